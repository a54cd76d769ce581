import type { Actor } from '#lib/auth/actor'
import { saveFront } from '#lib/front/commands/draft'
import { findFront } from '#lib/front/queries/front'
import { draftsDue, storiesDue } from '#lib/jobs/handlers/due'
import type { Container, FrontContent, Placed } from '#lib/site/front/content'

import { when } from './newsroom'

export const slot = (story: string, said: Partial<Placed> = {}): Placed => ({
  ...{ story, headline: '', kicker: '', picture: '', until: '' },
  ...said,
})

/** A container that is filled from the newest. */
export const container = (id: string, slots: Container['slots'] = [], said: Partial<Container> = {}): Container => ({
  ...{ id, kind: 'splash', title: '', source: { of: 'newest' }, slots },
  ...said,
})

export const front = (...containers: Container[]): FrontContent => ({ containers })

/** Makes the draft say this, whatever it says. @returns its version */
export async function draft(by: Actor, id: string, content: FrontContent, now = when): Promise<number> {
  const { version, content: seen } = (await findFront(by, id, now))!
  return (await saveFront(by, id, { version, content: seen }, content, now)).version
}

/** All that is due by then happens, as the server does it: stories first. */
export async function untilFronts(now: Date): Promise<void> {
  while ((await storiesDue(now)) || (await draftsDue(now)));
}
