'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { listToPlace } from '#lib/front/queries/pick'
import type { ToldStory } from '#lib/front/queries/stories'

const Id = z.string().max(60)
const Asked = z.strictObject({ words: z.string().max(200), section: Id, live: z.boolean() })

/** Stories to be placed on the front. */
export async function findStoriesAction(id: string, asked: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { words, section, live } = Asked.parse(asked)
    const stories: ToldStory[] = await listToPlace(actor, Id.parse(id), { words, section: section || undefined, live })
    return { detail: stories }
  })
}
