import type { Read } from '../clip'
import type { Source } from '../source'
import { fragmentsLength } from './fragments'
import { readLayout } from './layout'
import { readWords } from './words'

export function readMp4(source: Source): Read {
  const layout = readLayout(source)
  const { moov, fragments, tracks } = layout
  const pictures = tracks.find(({ kind }) => kind === 'vide')
  const seconds = fragments.length
    ? fragmentsLength(source, layout)
    : Math.max(...tracks.map(({ duration, scale }) => duration / scale))
  return {
    format: pictures ? 'mp4' : 'm4a',
    seconds,
    ...(pictures ? { width: pictures.width, height: pictures.height } : {}),
    codecs: tracks.flatMap(({ coding }) => (coding && 'codec' in coding ? [coding.codec] : [])),
    ...readWords(source, moov),
  }
}
