import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'

import type { Actor } from '#lib/auth/actor'
import { needActor, whoIs } from '#lib/auth/session'
import { isRefusal, type Reason } from '#lib/errors'
import { newId } from '#lib/id'
import { log } from '#lib/log'

/** What a form shows after it was sent: what happened, or why not, with one message a field. */
export type FormState = {
  ok: boolean
  message: string
  reason?: Reason
  fields?: Record<string, string>
  detail?: unknown
  /** The session ended: the screen stays as it is and asks to sign in again. */
  signedOut?: true
} | null

type Result = string | { message?: string; detail?: unknown } | undefined

/**
 * Every server action: who is asking → run (parse strictly, one command) → what the form shows.
 * Refusals are told in their own words; anything else is our fault: logged, and shown as an apology with its id.
 */
export async function answer(run: (actor: Actor) => Promise<Result>): Promise<FormState> {
  const actor = await needActor()
  return settle(() => run(actor))
}

/** The same for screens that hold what is not saved yet: who is no longer signed in is told so instead of sent away. */
export async function answerInPlace(run: (actor: Actor) => Promise<Result>): Promise<FormState> {
  const actor = await whoIs()
  if (!actor) return { ok: false, signedOut: true, message: 'Your session has ended. Sign in again.' }
  return settle(() => run(actor))
}

/** The same for actions that need nobody signed in (sign-in, one-time links). */
export async function settle(run: () => Promise<Result>): Promise<FormState> {
  try {
    const result = await run()
    return typeof result === 'object' ? { ok: true, message: '', ...result } : { ok: true, message: result ?? '' }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof ZodError)
      return { ok: false, reason: 'invalid', message: 'Some fields need another look.', fields: fieldsOf(error) }
    if (isRefusal(error))
      return { ok: false, reason: error.reason, message: error.message, fields: error.fields, detail: error.detail }
    const id = newId()
    log.error({ id, err: error }, 'an action failed')
    return { ok: false, message: `That was our fault, not yours. What you typed is still here. Tell an admin: ${id}` }
  }
}

function fieldsOf(error: ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}
