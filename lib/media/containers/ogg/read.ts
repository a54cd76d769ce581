import { type Read, Unreadable } from '../clip'
import type { Source } from '../source'
import { addWord, TEXT_BYTES, type Words } from '../words'
import { lastPage, packetsOf, pageAt } from './page'
import { findStream, type Stream } from './streams'

const noEnd = 'This Ogg file is cut off, or several recordings in one. Open it in an editor, and export it anew.'

export async function readOgg(source: Source): Promise<Read> {
  const stream = await findStream(source)
  const last = await lastPage(source, stream.first.stream)
  if (!last || last.at < stream.after) throw new Unreadable(noEnd)
  if ((await pageAt(source, last.at + last.length))?.begins) throw new Unreadable(noEnd)
  const seconds = (Number(last.position) - stream.skipped) / stream.rate
  return { format: 'ogg', seconds, codecs: [stream.codec], ...(await wordsOf(source, stream)) }
}

const names: Record<string, keyof Words> = {
  TITLE: 'title',
  ARTIST: 'artist',
  ALBUM: 'album',
  DESCRIPTION: 'description',
  COMMENT: 'description',
  COPYRIGHT: 'copyright',
  DATE: 'date',
  GENRE: 'genre',
}

/** From the second packet, as far as it is on one page: what comes after that is pictures. */
async function wordsOf(source: Source, { after, first, codec }: Stream): Promise<Words> {
  const words: Words = {}
  const page = await pageAt(source, after)
  const packet = page?.stream === first.stream ? packetsOf(page)[0] : undefined
  const list = packet?.subarray(codec === 'opus' ? 8 : 7)
  if (!list || list.length < 8) return words
  for (let at = 4 + list.readUInt32LE(0) + 4; at + 4 <= list.length; ) {
    const length = list.readUInt32LE(at)
    const [, name, value] =
      /^(\w+)=(.*)/s.exec(list.toString('utf8', at + 4, at + 4 + Math.min(length, TEXT_BYTES))) ?? []
    if (name) addWord(words, names[name.toUpperCase()], value)
    at += 4 + length
  }
  return words
}
