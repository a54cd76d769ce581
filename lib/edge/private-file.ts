import type { IncomingMessage, ServerResponse } from 'node:http'

import { readAddress, typeOf } from '#lib/media/store/address'
import type { Crop } from '#lib/media/store/crop'

import { clipAddress, type MediaOptions } from './media'
import { closed } from './send'
import { fileFailed, filePolicy, sendFile } from './send-file'

/** What a private link shows of the library, as its files are made. */
export type PrivateFile = {
  file: string
  type: string
  graphic: boolean
  credit: string
  captions: string
  crop: Crop | undefined
}

/**
 * Whether a link that works now shows a file: by its token, what of the library it is, by which content and which part.
 */
export type FindPrivateFile = (
  token: string,
  id: string,
  hash: string,
  code: string,
) => Promise<PrivateFile | undefined>

type Options = Pick<MediaOptions, 'store' | 'renditions' | 'common'> & { headers: Readonly<Record<string, string>> }

/** The same for one page. */
type Find = (id: string, hash: string, code: string) => Promise<PrivateFile | undefined>

/** Answers the files that a private page shows: never kept, and gone with the page. */
export function makePrivateFiles({ store, renditions, common, headers }: Options) {
  async function answer(req: IncomingMessage, res: ServerResponse, find: Find, rest: string): Promise<unknown> {
    const about = { ...common, ...filePolicy, ...headers }
    const asked = readAddress(rest)
    const [, id = '', hash = '', name] = clipAddress.exec(rest) ?? []
    const found = asked ? await find(asked.id, asked.hash, asked.code) : name && (await find(id, hash, '0'))
    if (!found) return closed(res)
    if (!asked && name === 'captions.vtt') {
      res.writeHead(200, { ...about, 'Content-Type': 'text/vtt; charset=utf-8' })
      return res.end(req.method === 'HEAD' ? undefined : found.captions)
    }
    if (!asked)
      return sendFile(req, res, { ...about, 'Accept-Ranges': 'bytes', 'Content-Type': found.type }, (range) =>
        store().get(`${found.file}/clip`, range),
      )
    const { width, format } = asked
    return sendFile(req, res, { ...about, 'Content-Type': typeOf[format] }, (range) =>
      renditions().get({ ...found, width, format }, 'desk', range),
    )
  }
  return async (req: IncomingMessage, res: ServerResponse, find: Find, rest: string): Promise<void> => {
    try {
      await answer(req, res, find, rest)
    } catch (error) {
      fileFailed(res, '/preview/…', error)
    }
  }
}
