'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { listStoryActs } from '#lib/audit/queries/list'
import { keepNamed } from '#lib/story/commands/keep-named'
import { restoreRevision } from '#lib/story/commands/restore'
import { listRevisions, readRevision } from '#lib/story/queries/revisions'

import { fieldLabels } from '../room/waiting'
import { keptVersion } from './versions'

const Id = z.string().max(40)
const Count = z.number().int()
const Restoring = z.strictObject({
  text: z.boolean(),
  fields: z.array(z.enum(Object.keys(fieldLabels) as (keyof typeof fieldLabels)[])),
  version: Count,
})

export async function listRevisionsAction(id: string, before?: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { revisions, more } = await listRevisions(actor, Id.parse(id), Count.optional().parse(before))
    return { detail: { revisions: revisions.map((one) => ({ ...one, at: one.at.getTime() })), more } }
  })
}

export async function listActsAction(id: string, before?: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { rows, next } = await listStoryActs(actor, Id.parse(id), {
      size: 30,
      before: Count.optional().parse(before),
    })
    const acts = rows.map(({ seq, at, who, words, changes, notes }) => ({
      seq,
      at: at.getTime(),
      who,
      words,
      changes,
      notes,
    }))
    return { detail: { acts, next } }
  })
}

export async function readRevisionAction(id: string, number: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { content, names } = await readRevision(actor, Id.parse(id), Count.parse(number))
    return { detail: keptVersion(content, names) }
  })
}

export async function keepVersionAction(id: string, name: string): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: { number: await keepNamed(actor, Id.parse(id), z.string().max(1000).parse(name)) },
  }))
}

export async function restoreAction(id: string, number: number, restoring: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const before = await restoreRevision(actor, Id.parse(id), Count.parse(number), Restoring.parse(restoring))
    refresh()
    return { detail: { before } }
  })
}
