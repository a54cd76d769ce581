import type { IncomingHttpHeaders } from 'node:http'

import { Refusal } from '#lib/errors'

import { cleanName } from './limits'

export const notAnUpload = () => new Refusal('invalid', 'This request is not part of an upload.')

/** Whose place a file is to take, and the version that was on screen. */
export type Replaces = { id: string; seen: number }

export type Beginning = { size: number; name: string; type: string; replaces?: string }

/**
 * What is told of a file that is begun, by the names of its tus metadata: filename, filetype, replaces; others are nobody's.
 * @throws Refusal `invalid` for what is no such request, or does not say how long the file is
 */
export function readBeginning(headers: IncomingHttpHeaders): Beginning {
  const length = String(headers['upload-length'] ?? '')
  const { filename = '', filetype = '', replaces } = readMetadata(String(headers['upload-metadata'] ?? ''))
  if (!/^\d{1,15}$/.test(length)) throw notAnUpload()
  if (replaces !== undefined && !readReplaces(replaces)) throw notAnUpload()
  return { size: Number(length), name: cleanName(filename), type: filetype.slice(0, 100), replaces }
}

/** @param text `<id>.<version>` */
export function readReplaces(text: string): Replaces | undefined {
  const [, id, seen] = /^([0-9a-z]{1,40})\.(\d{1,9})$/.exec(text) ?? []
  return id && seen ? { id, seen: Number(seen) } : undefined
}

/** Pairs of a name and a value in base64, by commas. */
const readMetadata = (header: string): Record<string, string | undefined> =>
  Object.fromEntries(
    header
      .slice(0, 10_000)
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]),
  )
