import type { Read } from '../clip'
import type { Source } from '../source'
import { readSound } from './sound'

export function readWav(source: Source): Read {
  const { data, rate, words } = readSound(source)
  return { format: 'wav', seconds: (data.to - data.from) / rate, codecs: ['pcm'], ...words }
}
