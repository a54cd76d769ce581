'use server'

import { z } from 'zod'

import { needActor } from '#lib/auth/session'
import { searchStoriesToLink } from '#lib/story/queries/pick'
import type { Choice } from '#lib/ui/type-ahead'

/** Stories that may become a part: those that readers have, and others that the actor may read. */
export async function findPartsAction(words: string): Promise<Choice[]> {
  const actor = await needActor()
  const found = await searchStoriesToLink(actor, z.string().max(200).parse(words), '')
  return found.map(({ id, headline, section, path }) => ({
    id,
    name: headline || 'No headline yet',
    note: [section, path ? '' : 'not live'].filter(Boolean).join(', '),
  }))
}
