import { unstable_rethrow } from 'next/navigation'

import type { Actor } from '#lib/auth/actor'
import { whoIs } from '#lib/auth/session'
import { isRefusal, type Reason, statusOfRefusal } from '#lib/errors'
import { newId } from '#lib/id'
import { log } from '#lib/log'

/** What a route answers that scripts of ours ask: JSON, or why not, in words that a person may read. */
export type ApiError = { error: Reason | 'signed-out' | 'fault'; message: string }

/** Every such route: who is asking → run (parse strictly, one command) → JSON. */
export async function answerJson(run: (actor: Actor) => Promise<unknown>): Promise<Response> {
  const actor = await whoIs()
  if (!actor) return refuse(401, { error: 'signed-out', message: 'Your session has ended. Sign in again.' })
  try {
    return Response.json(await run(actor), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    unstable_rethrow(error)
    if (isRefusal(error)) return refuse(statusOfRefusal(error), { error: error.reason, message: error.message })
    const id = newId()
    log.error({ id, err: error }, 'a route failed')
    return refuse(500, { error: 'fault', message: `That was our fault, not yours. Tell an admin: ${id}` })
  }
}

const refuse = (status: number, error: ApiError) =>
  Response.json(error, { status, headers: { 'cache-control': 'no-store' } })
