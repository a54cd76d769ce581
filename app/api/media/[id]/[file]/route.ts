import { Readable } from 'node:stream'

import { z } from 'zod'

import { whoIs } from '#lib/auth/session'
import { findCaptions, findFile } from '#lib/media/queries/find'
import { mediaStore } from '#lib/media/store/open'
import { readRange } from '#lib/media/store/range'

const Asked = z.object({
  id: z.string().max(40),
  file: z.enum(['thumb-320', 'thumb-640', 'master', 'clip', 'captions']),
})

type Context = { params: Promise<{ id: string; file: string }> }

/**
 * Files of the library for who is signed in and may see them: small pictures, a picture in full, a film or sound. Nothing
 * of them is kept by the browser, so that whoever may no longer see them does not. Their policy is the server's.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await whoIs()
  if (!actor) return new Response(null, { status: 401, headers })
  const { data: asked } = Asked.safeParse(await params)
  if (asked?.file === 'captions') return sendCaptions(await findCaptions(actor, asked.id))
  const found = asked && (await findFile(actor, asked.id))
  const range = readRange(request.headers.get('range'))
  const bytes = found && (await mediaStore().get(`${found.file}/${asked.file}`, range))
  if (!bytes) return new Response(null, { status: 404, headers })
  if (range && !bytes.range) {
    bytes.stream.destroy()
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${bytes.size}` } })
  }
  const { from, to } = bytes.range ?? { from: 0, to: bytes.size - 1 }
  // Next sends no body then, and would leave the file open.
  const isHead = request.method === 'HEAD'
  if (isHead) bytes.stream.destroy()
  return new Response(isHead ? null : (Readable.toWeb(bytes.stream) as ReadableStream<Uint8Array>), {
    status: bytes.range ? 206 : 200,
    headers: {
      ...headers,
      'Content-Type': asked.file.startsWith('thumb-') ? 'image/jpeg' : found.type,
      'Content-Length': String(to - from + 1),
      'Accept-Ranges': 'bytes',
      ...(bytes.range && { 'Content-Range': `bytes ${from}-${to}/${bytes.size}` }),
    },
  })
}

const sendCaptions = (text: string | undefined) =>
  text
    ? new Response(text, { headers: { ...headers, 'Content-Type': 'text/vtt; charset=utf-8' } })
    : new Response(null, { status: 404, headers })

const headers = {
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
