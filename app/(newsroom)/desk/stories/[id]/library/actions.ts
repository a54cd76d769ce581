'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { mediaKinds } from '#lib/media/kinds'
import { listMedia } from '#lib/media/queries/list'
import { listUsed } from '#lib/media/queries/used'
import { type Clearance, hasExpired, rightsWords } from '#lib/media/rights'
import { catchUp } from '#lib/story/commands/catch-up'

const Id = z.string().max(40)
const Ids = z.array(Id).max(500)
const Search = z.strictObject({
  words: z.string().max(300),
  kind: z.enum(mediaKinds),
  after: z.string().max(80).optional(),
})

/** As many as two screens of the dialog show. */
const size = 24

/** What the library says of what a story uses: `Shown[]`; what is not among them is there no more. */
export async function findUsedAction(story: string, ids: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const [of, asked] = [Id.parse(story), Ids.parse(ids)]
    const told = await listUsed(actor, of, asked)
    if (told.length === asked.length) return { detail: told }
    // What a colleague has put there a moment ago may not be noted yet.
    await catchUp(of)
    return { detail: await listUsed(actor, of, asked) }
  })
}

/** A page of the library, newest first: `Found`. */
export async function searchLibraryAction(asked: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { words, kind, after } = Search.parse(asked)
    const now = new Date()
    const { rows, next } = await listMedia(actor, { words, kind }, { size, after }, now)
    return {
      detail: {
        next,
        rows: rows.map(({ id, name, alt, caption, seconds, poster, by, ...clearance }) => ({
          ...{ id, kind, name, alt, caption, seconds, poster, by },
          barred: barredBy(clearance, now),
        })),
      },
    }
  })
}

function barredBy(of: Clearance & { withheld: boolean }, now: Date): string | undefined {
  if (of.withheld) return 'Taken from readers'
  if (hasExpired(of, now)) return 'Expired'
  return of.rights === 'unclear' ? rightsWords.unclear : undefined
}
