import { answer } from '#app/(newsroom)/answer'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'

/** Every action of the admin area: for everybody but admins it is not there, whatever they send. */
export const asAdmin = (run: (actor: Actor) => ReturnType<Parameters<typeof answer>[0]>) =>
  answer(async (actor) => {
    ensureAdmin(actor)
    return run(actor)
  })
