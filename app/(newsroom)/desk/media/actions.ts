'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { whoIs } from '#lib/auth/session'
import { cutMedia, editMany, editMedia, type Outcome } from '#lib/media/commands/edit'
import { setCaptions, setPoster } from '#lib/media/commands/film'
import { clearMedia, removeMedia, withholdMedia } from '#lib/media/commands/withhold'
import { CutFields } from '#lib/media/cut-fields'
import { captionsProgram } from '#lib/media/store/open'
import { findSettings } from '#lib/settings/queries'
import { type ReadTime, readTime } from '#lib/settings/read-time'

import { BulkFields, readSaid } from './said'

const Id = z.string().max(40)
const One = z.strictObject({ id: Id })
const Seen = z.object({ id: Id, version: z.coerce.number().int() })
const Version = z.number().int()
const Many = z.array(Id).min(1).max(2000)

/** Writes the fields that were sent of all that is named by `id`; what could not be changed comes back, each with its reason. */
export async function editManyAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const ids = Many.parse(form.getAll('id'))
    const { timezone } = await findSettings()
    const { id: _id, ...fields } = fieldsOf(form)
    const change = BulkFields.parse(readSaid(fields, timezone))
    const outcomes = await editMany(actor, ids, change)
    refresh()
    const failed = outcomes.filter(({ message }) => message !== undefined)
    return { message: changedWords(ids.length - failed.length), detail: failed satisfies Outcome[] }
  })
}

function changedWords(count: number): string {
  if (!count) return 'Nothing was changed.'
  return count === 1 ? 'One was changed.' : `${count.toLocaleString('en-GB')} were changed.`
}

export async function editAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { timezone } = await findSettings()
    const { id, version, ...fields } = Seen.loose().parse(fieldsOf(form))
    const next = await editMedia(actor, id, version, readSaid(fields, timezone))
    refresh()
    return { message: 'Saved.', detail: { version: next } }
  })
}

/** Until when something may be shown, as it was typed or picked; nothing for what is no time. */
export async function readEndAction(typed: string): Promise<ReadTime | null> {
  if (!(await whoIs())) return null
  const { data: text } = z.string().max(100).safeParse(typed)
  const { timezone } = await findSettings()
  return text === undefined ? null : readTime(text, timezone, new Date(), true)
}

/** Where a picture is cut: the focal point, and the crops that were drawn, all of them. */
export async function cutAction(id: string, version: number, cut: unknown): Promise<FormState> {
  return answer(async (actor) => {
    const next = await cutMedia(actor, Id.parse(id), Version.parse(version), CutFields.parse(cut))
    refresh()
    return { message: 'Saved.', detail: { version: next } }
  })
}

/** @param poster a picture's id, or nothing */
export async function setPosterAction(id: string, version: number, poster: string | null): Promise<FormState> {
  return answer(async (actor) => {
    await setPoster(actor, Id.parse(id), Version.parse(version), Id.nullable().parse(poster))
    refresh()
  })
}

/** @param text of a file with captions, or nothing */
export async function setCaptionsAction(
  id: string,
  version: number,
  text: string,
  language: string,
): Promise<FormState> {
  return answer(async (actor) => {
    const [said, tag] = [z.string().parse(text), Id.parse(language)]
    await setCaptions(actor, Id.parse(id), Version.parse(version), said, tag, captionsProgram())
    refresh()
  })
}

export async function withholdAction(id: string): Promise<FormState> {
  return answer(async (actor) => {
    await withholdMedia(actor, Id.parse(id))
    refresh()
  })
}

export async function clearAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await clearMedia(actor, One.parse(fieldsOf(form)).id)
    refresh()
    return 'Readers may have it again.'
  })
}

export async function removeAction(id: string): Promise<FormState> {
  return answer(async (actor) => {
    await removeMedia(actor, Id.parse(id))
    // The page that asks for it is one of nothing now: it goes back to the list by itself.
  })
}
