'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { addAlias, addTopic, mergeTopics, removeAlias, removeTopic, renameTopic } from '#lib/topic/commands'

import { topicsAddress } from './address'

const name = z.string().max(200)
const One = z.strictObject({ id: z.string().max(40) })
const Name = z.strictObject({ name })
const Renamed = One.extend({ version: z.coerce.number().int(), name })
const Alias = One.extend({ name })
const Gone = One.extend({ alias: z.coerce.number().int() })
const Merge = One.extend({ into: z.string().max(40) })

export async function addTopicAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const topic = Name.parse(fieldsOf(form))
    await addTopic(actor, topic.name)
    refresh()
    return `${topic.name.trim()} is a topic now.`
  })
}

export async function renameTopicAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const topic = Renamed.parse(fieldsOf(form))
    await renameTopic(actor, topic.id, topic.version, topic.name)
    refresh()
    return 'Saved. Readers see it now.'
  })
}

export async function addAliasAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const alias = Alias.parse(fieldsOf(form))
    await addAlias(actor, alias.id, alias.name)
    refresh()
  })
}

export async function removeAliasAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { id, alias } = Gone.parse(fieldsOf(form))
    await removeAlias(actor, id, alias)
    refresh()
  })
}

export async function mergeTopicsAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { id, into } = Merge.parse(fieldsOf(form))
    await mergeTopics(actor, id, into)
    redirect(topicsAddress({ q: '', id: into }))
  })
}

export async function removeTopicAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await removeTopic(actor, One.parse(fieldsOf(form)).id)
    redirect(topicsAddress({ q: '' }))
  })
}
