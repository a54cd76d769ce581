'use server'

import { redirect } from 'next/navigation'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { createStory } from '#lib/story/commands/create'

/** Makes a draft and goes to write it. */
export async function newStoryAction(): Promise<FormState> {
  return answer(async (actor) => redirect(`/desk/stories/${await createStory(actor)}`))
}
