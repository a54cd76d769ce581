'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { addSeries, removeSeries, saveAndPublishSeries, saveSeries, takeDownSeries } from '#lib/series/commands'

import { seriesAddress } from './address'

const id = z.string().max(40)
const Name = z.strictObject({ name: z.string().max(200) })
const One = z.strictObject({ id })
const Saved = z.strictObject({
  id,
  version: z.coerce.number().int(),
  name: z.string().max(200),
  slug: z.string().trim().max(200),
  standfirst: z.string().max(1000),
  parts: z.string().max(10_000),
  as: z.enum(['keep', 'publish']),
})

export async function addSeriesAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { name } = Name.parse(fieldsOf(form))
    redirect(seriesAddress(await addSeries(actor, name)))
  })
}

const does = {
  keep: [saveSeries, 'Saved. Readers see no change yet.'],
  publish: [saveAndPublishSeries, 'Published. Readers see the parts that they have.'],
} as const

/** Keeps the draft, and gives it to readers where that is what was pressed. */
export async function saveSeriesAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { id: series, version, as, parts, ...rest } = Saved.parse(fieldsOf(form))
    const [save, message] = does[as]
    const kept = await save(actor, series, version, { ...rest, parts: parts.split(' ').filter(Boolean) })
    refresh()
    return { message, detail: { version: kept } }
  })
}

export async function takeDownSeriesAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await takeDownSeries(actor, One.parse(fieldsOf(form)).id)
    refresh()
    return 'Readers do not have it any more. Its stories stay.'
  })
}

export async function removeSeriesAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await removeSeries(actor, One.parse(fieldsOf(form)).id)
    redirect(seriesAddress())
  })
}
