import type { IncomingHttpHeaders } from 'node:http'

import { Refusal } from '#lib/errors'

import { cleanName } from './limits'

export const notAnUpload = () => new Refusal('invalid', 'This request is not part of an upload.')

export type Beginning = { size: number; name: string; type: string; story?: string }

/**
 * What is told of a file that is begun, by the names of its tus metadata: filename, filetype, story; others are nobody's.
 * @throws Refusal `invalid` for what is no such request, or does not say how long the file is
 */
export function readBeginning(headers: IncomingHttpHeaders): Beginning {
  const length = String(headers['upload-length'] ?? '')
  const { filename = '', filetype = '', story } = readMetadata(String(headers['upload-metadata'] ?? ''))
  if (!/^\d{1,15}$/.test(length) || (story !== undefined && !/^[0-9a-z]{1,40}$/.test(story))) throw notAnUpload()
  return { size: Number(length), name: cleanName(filename), type: filetype.slice(0, 100), story }
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
