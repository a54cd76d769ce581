'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { assignStory } from '#lib/story/commands/assign'
import { createStory, duplicateStory } from '#lib/story/commands/create'
import { handIn, markReady } from '#lib/story/commands/move'
import { spikeStory, unspikeStory } from '#lib/story/commands/spike'

const One = z.strictObject({ id: z.string().max(40) })
const To = One.extend({ person: z.string().max(40) })

export async function newStoryAction(): Promise<FormState> {
  return answer(async (actor) => redirect(`/desk/stories/${await createStory(actor)}`))
}

export async function duplicateAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { id } = One.parse(fieldsOf(form))
    redirect(`/desk/stories/${await duplicateStory(actor, id)}`)
  })
}

export async function spikeAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await spikeStory(actor, One.parse(fieldsOf(form)).id)
    refresh()
    return 'Spiked.'
  })
}

export async function restoreAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await unspikeStory(actor, One.parse(fieldsOf(form)).id)
    refresh()
    return 'Restored.'
  })
}

export async function handInAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await handIn(actor, One.parse(fieldsOf(form)).id)
    refresh()
    return 'In review.'
  })
}

export async function markReadyAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await markReady(actor, One.parse(fieldsOf(form)).id)
    refresh()
    return 'Ready.'
  })
}

/** `person` is empty for nobody. */
export async function assignAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { id, person } = To.parse(fieldsOf(form))
    await assignStory(actor, id, person || null)
    refresh()
  })
}
