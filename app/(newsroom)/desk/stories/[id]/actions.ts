'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'

import { answer, answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { layouts, machineParts } from '#lib/site/presentation'
import { assignStory } from '#lib/story/commands/assign'
import { setBylines } from '#lib/story/commands/bylines'
import { duplicateStory } from '#lib/story/commands/create'
import { setFields } from '#lib/story/commands/fields'
import { handBack, takeOver } from '#lib/story/commands/hold'
import { handIn, markReady, sendBack } from '#lib/story/commands/move'
import { publishStory } from '#lib/story/commands/publish'
import { spikeStory, unspikeStory } from '#lib/story/commands/spike'
import { setTopics } from '#lib/story/commands/topics'
import { withdrawReasons, withdrawStory } from '#lib/story/commands/withdraw'
import { isCropText } from '#lib/story/document/crop-text'
import { readMain } from '#lib/story/main-text'
import { addTopic } from '#lib/topic/commands'

import { SeenForm, ToldForm } from './publish/forms'

const Id = z.string().max(40)
const Version = z.number().int()
const text = z.string().max(1000)
const Main = z.strictObject({
  media: Id,
  alt: text,
  caption: text,
  credit: text,
  crop: z.string().refine((crop) => crop === '' || isCropText(crop)),
})
const OwnFields = z
  .strictObject({
    slug: text,
    sectionId: Id.nullable(),
    main: z.string().max(4000).transform(readMain).pipe(Main.nullable()),
    dateline: text,
    searchTitle: text,
    searchDescription: text,
    canonicalUrl: text,
    kicker: text,
    layout: z.enum(layouts),
    sponsor: text,
    machine: z.enum(machineParts),
    related: z.array(Id).max(50),
    language: text,
    // A list on the screen, as each of two editors may have chosen one.
    original: z
      .array(Id)
      .max(1, 'A story is the translation of one other.')
      .transform(([id = '']) => id),
    commissionedWords: z.number().nullable(),
  })
  .partial()
const Ids = z.array(Id).max(50)
export async function setFieldsAction(id: string, version: number, fields: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const own = OwnFields.parse(fields)
    const detail = await setFields(actor, Id.parse(id), Version.parse(version), own)
    // Its section decides who publishes a story, so what one may do here can change; a slug that was typed follows no more.
    if (own.sectionId !== undefined || own.slug !== undefined) refresh()
    return { detail }
  })
}

export async function setTopicsAction(id: string, version: number, topics: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: { version: await setTopics(actor, Id.parse(id), Version.parse(version), Ids.parse(topics)) },
  }))
}

export async function setBylinesAction(id: string, version: number, people: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: { version: await setBylines(actor, Id.parse(id), Version.parse(version), Ids.parse(people)) },
  }))
}

export async function addTopicAction(name: string): Promise<FormState> {
  return answerInPlace(async (actor) => ({ detail: { id: await addTopic(actor, text.parse(name)) } }))
}

export async function assignAction(id: string, person: string | null): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await assignStory(actor, Id.parse(id), Id.nullable().parse(person))
    refresh()
  })
}

export async function handInAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await handIn(actor, Id.parse(id))
    refresh()
  })
}

export async function sendBackAction(id: string, note: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await sendBack(actor, Id.parse(id), text.parse(note))
    refresh()
  })
}

export async function markReadyAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await markReady(actor, Id.parse(id))
    refresh()
  })
}

/** @param told which kind of update it is, and what readers are told of it */
export async function publishAction(id: string, seen: unknown, told: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const detail = await publishStory(actor, Id.parse(id), SeenForm.parse(seen), ToldForm.parse(told))
    refresh()
    return { detail }
  })
}

/** @param last what was done last to what readers have, as the editor saw it */
export async function withdrawAction(id: string, note: string, reason: unknown, last: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const why = z.enum(withdrawReasons).parse(reason)
    await withdrawStory(actor, Id.parse(id), text.parse(note), why, new Date(), Version.parse(last))
    refresh()
  })
}

export async function takeOverAction(id: string, why: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await takeOver(actor, Id.parse(id), text.parse(why))
    refresh()
  })
}

export async function handBackAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await handBack(actor, Id.parse(id))
    refresh()
  })
}

export async function spikeAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await spikeStory(actor, Id.parse(id))
    refresh()
  })
}

export async function unspikeAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await unspikeStory(actor, Id.parse(id))
    refresh()
  })
}

export async function duplicateAction(id: string): Promise<FormState> {
  return answer(async (actor) => redirect(`/desk/stories/${await duplicateStory(actor, Id.parse(id))}`))
}
