import type { Read } from '../clip'
import type { Source } from '../source'
import { readSound } from './sound'

export async function readWav(source: Source): Promise<Read> {
  const { data, rate, words } = await readSound(source)
  return { format: 'wav', seconds: (data.to - data.from) / rate, codecs: ['pcm'], ...words }
}
