import { open } from 'node:fs/promises'

import { Refusal } from '#lib/errors'

import { type Bytes, bytesOf } from './bytes'
import { readGif } from './gif'
import { readHeif } from './heif'
import { readJpeg } from './jpeg'
import { damaged, type Structure } from './limits'
import { otherFile } from './other-files'
import { readPng } from './png'
import { readWebp } from './webp'

/**
 * Reads the structure of a picture, without decoding it: what would take a decoder seconds or gigabytes is found in
 * milliseconds. A name and what a browser said of a file count for nothing.
 * @param path of a file on this machine
 * @throws Refusal `invalid` for what is no picture of ours, `too-large` with the limit that it is over
 */
export async function sieve(path: string): Promise<Structure> {
  const file = await open(path)
  try {
    const bytes = await bytesOf(file)
    return await read(bytes)
  } catch (error) {
    // A length or a place that lies behind the end.
    if (error instanceof RangeError) throw damaged()
    throw error
  } finally {
    await file.close()
  }
}

async function read(bytes: Bytes): Promise<Structure> {
  const head = await bytes.read(0, 4096)
  if (head.length === 0) throw new Refusal('invalid', 'This file is empty.')
  const sign = head.toString('latin1', 0, 16)
  if (sign.startsWith('\xff\xd8\xff')) return readJpeg(bytes)
  if (sign.startsWith('\x89PNG\r\n\x1a\n')) return readPng(bytes)
  if (/^GIF8[79]a/.test(sign)) return readGif(bytes)
  if (/^RIFF.{4}WEBP/s.test(sign)) return readWebp(bytes)
  if (sign.slice(4, 8) === 'ftyp') return readHeif(bytes)
  throw new Refusal('invalid', otherFile(head))
}
