import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Cards } from '#lib/media/social/cards'
import { cropCode, readAddress, typeOf } from '#lib/media/store/address'
import { type Renditions, renditionName } from '#lib/media/store/renditions'
import { socialSides } from '#lib/media/store/social-job'
import type { MediaStore } from '#lib/media/store/store'
import { findClipFile, findPictureFile, type LiveFile } from '#lib/site/queries/media-files'
import { findSocial } from '#lib/site/queries/social'
import { refuse } from './send'
import { fileFailed, filePolicy, sendFile } from './send-file'

export type MediaOptions = {
  store: () => MediaStore
  renditions: () => Renditions
  cards: () => Cards
  /** Headers of every answer. */
  common: Readonly<Record<string, string>>
  /** Seconds for which a CDN need not ask whether a file still stands. */
  shared: number
}

/** A film's or a sound's files. */
export const clipAddress = /^([a-z0-9-]{1,40})\/([0-9a-f]{12})-0\/(clip\.(?:mp4|m4a|webm|mp3|ogg|wav)|captions\.vtt)$/

/** What other sites show of a story. */
const socialAddress = /^social\/([a-z0-9-]{1,40})\/[0-9a-f]{12}\.jpeg$/

/**
 * Answers readers' files of the library: for as long as something that is live shows them, and not a moment longer.
 * Browsers may keep them for good, as another file has another address; caches in between ask as often as for pages.
 */
export function makeMedia({ store, renditions, cards, common, shared }: MediaOptions) {
  const forGood = `public, max-age=31536000, s-maxage=${shared}, immutable`
  const moved = `public, max-age=0, s-maxage=${shared}, must-revalidate`

  async function picture(req: IncomingMessage, res: ServerResponse, rest: string): Promise<unknown> {
    const asked = readAddress(rest)
    const found = asked && (await findPictureFile(asked))
    if (!asked || !found) return refuse(res, 404)
    if (found.state === 'moved') return leadOn(res, found.path)
    const { row, crop } = found
    const { width, format } = asked
    const wanted = { file: row.file, crop, width, format, graphic: row.graphic, credit: row.credit }
    const headers = { ...fileHeaders(`${row.hash}-${renditionName(wanted)}`), 'Content-Type': typeOf[format] }
    return sendFile(req, res, headers, (range) => renditions().get(wanted, 'reader', range))
  }

  async function film(req: IncomingMessage, res: ServerResponse, rest: string): Promise<unknown> {
    const [, id = '', hash = '', name = ''] = clipAddress.exec(rest) ?? []
    const found = id ? await findClipFile(id, hash) : undefined
    if (!found) return refuse(res, 404)
    if (found.state === 'moved') return leadOn(res, `${found.path}/${name}`)
    const { row } = found
    if (name === 'captions.vtt') return captions(req, res, row)
    return sendFile(req, res, { ...fileHeaders(row.hash), 'Content-Type': row.type }, (range) =>
      store().get(`${row.file}/clip`, range),
    )
  }

  async function social(req: IncomingMessage, res: ServerResponse, rest: string): Promise<unknown> {
    const image = await findSocial(socialAddress.exec(rest)?.[1] ?? '')
    if (!image) return refuse(res, 404)
    const path = image.path.slice('/media/'.length)
    // What it said before is said nowhere any more.
    if (path !== rest) return leadOn(res, path)
    const jpeg = { 'Content-Type': typeOf.jpeg }
    if ('words' in image)
      return sendFile(req, res, { ...fileHeaders(path), ...jpeg, 'Accept-Ranges': 'none' }, async () => {
        const card = await cards().get(image.words)
        return { stream: Readable.from([card]), size: card.length }
      })
    const { id, hash, crop, widths } = image.cut
    const format = 'jpeg'
    const found = await findPictureFile({ id, hash, code: cropCode(crop), width: widths[0], format })
    if (found?.state !== 'here') return refuse(res, 404)
    const { file, graphic, credit } = found.row
    const wanted = { file, crop, ...socialSides, format, graphic, credit } as const
    return sendFile(req, res, { ...fileHeaders(`${hash}-${renditionName(wanted)}`), ...jpeg }, (range) =>
      renditions().get(wanted, 'reader', range),
    )
  }

  /** They may change while the film stays. */
  function captions(req: IncomingMessage, res: ServerResponse, { captions: text }: Here['row']) {
    if (!text) return refuse(res, 404)
    const body = Buffer.from(text)
    const said = { ...common, 'Cache-Control': moved, 'Content-Type': 'text/vtt; charset=utf-8' }
    res.writeHead(200, { ...said, 'Content-Length': String(body.length) }).end(req.method === 'HEAD' ? undefined : body)
  }

  const fileHeaders = (tag: string) => ({
    ...common,
    'Cache-Control': forGood,
    ETag: `"${tag}"`,
    'Accept-Ranges': 'bytes',
    ...filePolicy,
  })

  function leadOn(res: ServerResponse, path: string) {
    res.writeHead(301, { ...common, Location: `/media/${path}`, 'Cache-Control': moved }).end()
  }

  return async (req: IncomingMessage, res: ServerResponse, path: string): Promise<true> => {
    const rest = path.slice('/media/'.length)
    try {
      const answer = socialAddress.test(rest) ? social : clipAddress.test(rest) ? film : picture
      await answer(req, res, rest)
    } catch (error) {
      fileFailed(res, path, error)
    }
    return true
  }
}

type Here = Extract<LiveFile, { state: 'here' }>
