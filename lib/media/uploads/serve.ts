import { mkdir, statfs } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'

import pLimit from 'p-limit'

import type { Actor } from '#lib/auth/actor'
import { actorFromCookies } from '#lib/auth/cookie'
import { conflict, isRefusal, notFound } from '#lib/errors'
import { newId } from '#lib/id'
import { log } from '#lib/log'
import { diskFull } from '#lib/media/store/full'
import { notAnUpload, readBeginning } from './beginning'
import { type Finish, makeFinisher } from './finish'
import { ensureLength, ensureRoom, type Limits, uploadId, uploadsPath, usualLimits } from './limits'
import { findPart, forgetUploads, listParts } from './parts'
import { findResult, forgetResult, type Result, refused } from './results'
import { type Answer, makeTus } from './tus'

type Options = {
  folder: string
  finish: Finish
  whoIs?: (cookies: string | undefined) => Promise<Actor | undefined>
  limits?: Limits
}

/**
 * Files on their way into the library, by the tus protocol, so that one that breaks off goes on where it was, after a
 * restart, too. Each belongs to who began it; nobody else learns that it is there. The answer to its last part is what
 * became of it, and so is the answer to every further one, for whoever did not hear the first.
 */
export function makeUploads({ folder, finish, whoIs = actorFromCookies, limits = usualLimits }: Options) {
  const tus = makeTus(folder)
  const finisher = makeFinisher(folder, finish)
  // One after another, so that they are counted before the next is begun.
  const beginning = pLimit(1)
  forgetUploads(folder, new Date()).catch((error) => log.error({ err: error }, 'old uploads were not deleted'))

  async function begin(req: IncomingMessage, actor: Actor): Promise<Answer> {
    if (req.method !== 'POST') throw notAnUpload()
    const { size, name, type, replaces } = readBeginning(req.headers)
    ensureLength(size, name, type)
    return beginning(async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      ensureRoom(await listParts(folder), actor.id, size, limits)
      await ensureFree(folder, size + limits.spare)
      return tus(req, newId(), { person: actor.id, name, ...(replaces && { replaces }) })
    })
  }

  async function goOn(req: IncomingMessage, id: string, actor: Actor): Promise<Answer> {
    const { method = '' } = req
    if (!['HEAD', 'PATCH', 'DELETE'].includes(method)) throw notAnUpload()
    const result = await findResult(folder, id)
    const part = result ? undefined : await findPart(folder, id)
    if ((result ?? part)?.person !== actor.id) throw notFound('This upload')
    if (result) return tell(method, id, result)
    if (!part) throw notFound('This upload')
    if (finisher.isAt(id) && method === 'PATCH') return told(await finisher.take(actor, part))
    if (finisher.isAt(id) && method === 'DELETE')
      throw conflict('This file is there already, and goes into the library.')
    const answer = await tus(req, id)
    // Finished, and gone from there, while it waited for its turn.
    const late = answer.status >= 400 ? await findResult(folder, id) : undefined
    if (late) return tell(method, id, late)
    const isWhole = method === 'PATCH' && Number(answer.headers?.['upload-offset']) === part.size
    return isWhole ? told(await finisher.take(actor, part)) : answer
  }

  async function tell(method: string, id: string, result: Result): Promise<Answer> {
    if (method === 'DELETE') await forgetResult(folder, id)
    if (method === 'PATCH') return told(result)
    const headers = { ...told(result).headers, 'upload-length': String(result.size) }
    return method === 'DELETE' ? { status: 204 } : { status: 200, headers }
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const path = pathOf(req)
    const actor = await whoIs(req.headers.cookie)
    if (!actor) return send(req, res, signedOut)
    try {
      const id = uploadId.exec(path)?.[1]
      if (path !== uploadsPath && !id) throw notFound('This upload')
      send(req, res, id ? await goOn(req, id, actor) : await begin(req, actor))
    } catch (error) {
      if (!isRefusal(error)) throw error
      send(req, res, refused(error))
    }
  }
}

const pathOf = (req: IncomingMessage) => (req.url ?? '').split('?', 1)[0] ?? ''

const signedOut: Answer = {
  status: 401,
  body: { reason: 'signed-out', message: 'Your session has ended. Sign in again.' },
}

const told = ({ size, status, body }: Result): Answer => ({
  status,
  headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(size) },
  body,
})

/** The database is on that disk, too. */
async function ensureFree(folder: string, bytes: number) {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes) throw diskFull()
}

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Answer) {
  // What was refused for its size has its answer; who left needs none.
  if (res.writableEnded || res.destroyed) return
  // A part that nobody has read would be taken for the next request.
  req.resume()
  // Where its reading was broken off, the connection ends: nobody is to send the next request on it.
  if (status >= 500) res.setHeader('connection', 'close')
  const type = body === undefined ? undefined : { 'content-type': 'application/json' }
  res.writeHead(status, { ...headers, ...type, 'cache-control': 'no-store' })
  res.end(body === undefined || req.method === 'HEAD' ? undefined : JSON.stringify(body))
}
