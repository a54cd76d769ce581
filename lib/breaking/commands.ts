import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayBreak } from '#lib/auth/permissions'
import { config } from '#lib/config'
import { db, type Tx } from '#lib/db/client'
import { conflict, notFound, Refusal } from '#lib/errors'
import { findClockHold } from '#lib/jobs/holds'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
import type { Bar } from '#lib/site/breaking'
import { cleanNote } from '#lib/story/document/clean'
import { judgeLink } from '#lib/story/links'
import { reservedSlugs } from '#lib/story/slug'

import { liveBar } from './live'
import { type BarNow, bar, findBar, findStoryAt, isBarDue, isPlace } from './queries'
import { breakingBars } from './tables'

function ensureMayBreak(actor: Actor): void {
  if (!mayBreak(actor)) throw notFound('The breaking bar')
}

/** As somebody typed it; without `until` it stands until it is taken down. */
export type NewBar = { text: string; link: string; until: Date | null }

/**
 * Puts a bar over every page, or another one in its place, for readers at once.
 * @param seen the version of the bar that the form was filled from
 * @throws Refusal `conflict` with the bar as it is, `invalid` for a link that leads nowhere or an hour that is past
 */
export async function setBar(actor: Actor, seen: number, typed: NewBar, now = new Date()): Promise<void> {
  ensureMayBreak(actor)
  await db.write(async (tx) => {
    const before = await loadSeen(tx, seen)
    if (typed.until && typed.until <= now) refuse('until', 'This hour is past.')
    const text = cleanNote(typed.text)
    if (!text) refuse('text', 'Say what has happened.')
    const content: Bar = { text, ...(await leadsTo(tx, typed.link)) }
    const revision = await keepRevision(tx, {
      ...{ kind: 'breaking', subject: bar, schema: 1, content, fingerprint: fingerprint(content) },
      by: actor.id,
      at: now,
    } as const)
    await put(tx, before, { content, until: typed.until, setBy: actor.id, setAt: now })
    const act = before.content ? 'update' : 'publish'
    await release(tx, { act, live: liveBar, subject: bar, revision, actorId: actor.id, at: now })
  })
}

/** Takes the bar down. @throws Refusal `conflict` with the bar as it is */
export async function takeBarDown(actor: Actor, seen: number, now = new Date()): Promise<void> {
  ensureMayBreak(actor)
  await db.write(async (tx) => down(tx, await loadSeen(tx, seen), actor.id, now))
}

/** Takes down a bar whose time is over, once, whichever processes try. Nobody does it: it was said when it was set. */
export async function endBar(tx: Tx, now: Date): Promise<void> {
  if ((await isBarDue(now, tx)) && !(await findClockHold(tx))) await down(tx, await findBar(tx), null, now)
}

async function down(tx: Tx, before: BarNow, by: string | null, now: Date) {
  if (!before.content) return
  await put(tx, before, { content: null, until: null, setBy: by, setAt: now })
  await release(tx, { act: 'withdraw', live: liveBar, subject: bar, actorId: by, at: now })
}

async function put(
  tx: Tx,
  { version }: BarNow,
  row: Pick<typeof breakingBars.$inferInsert, 'content' | 'until' | 'setBy' | 'setAt'>,
) {
  if (version)
    await tx
      .update(breakingBars)
      .set({ ...row, version: version + 1 })
      .where(eq(breakingBars.id, bar))
  else await tx.insert(breakingBars).values({ id: bar, ...row, version: 1 })
}

async function loadSeen(tx: Tx, seen: number): Promise<BarNow> {
  const now = await findBar(tx)
  if (now.version === seen) return now
  const text = now.content?.text ?? ''
  throw conflict('The bar was changed while you were at it. Nothing of yours was written.', { ...now, text })
}

/** A story is known by its id, so that the bar goes with it, and follows it to another address. */
async function leadsTo(tx: Tx, typed: string): Promise<Omit<Bar, 'text'>> {
  if (!typed) return { story: '', link: '' }
  const judged = judgeLink(typed, config().baseUrl) ?? { fault: 'This is no address. Paste that of the story.' }
  if (judged.fault !== undefined) refuse('link', judged.fault)
  const { href } = judged
  const place = /^\/([a-z0-9-]+)\/?(?:[?#]|$)/.exec(href)?.[1]
  if (place && !reservedSlugs.has(place) && !(await isPlace(tx, place)))
    refuse('link', 'Readers have no page at this address.')
  if (!/^\/[^/?#]+\/[^/?#]+/.test(href) || /^\/(topics|bylines|series|archive)\//.test(href))
    return { story: '', link: href }
  const story = await findStoryAt(tx, href)
  if (!story) refuse('link', 'Readers have no story at this address.')
  return { story, link: '' }
}

function refuse(field: string, fault: string): never {
  throw new Refusal('invalid', 'Some fields need another look.', { [field]: fault })
}
