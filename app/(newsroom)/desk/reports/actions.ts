'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { closeReport, reopenReport, takeReport } from '#lib/report/commands'

import { reportsAddress } from './address'

const id = z.string().max(40)
const Taken = z.strictObject({ id, seen: z.string().max(40) })
const Begun = Taken.extend({ story: id })
const Closed = z.strictObject({ id, as: z.enum(['done', 'spam']), next: z.string().max(40) })
const One = z.strictObject({ id })

export async function takeReportAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const report = Taken.parse(fieldsOf(form))
    await takeReport(actor, report.id, report.seen || null)
    refresh()
  })
}

/** Takes the report, and goes on in the story, where it is quoted. */
export async function beginCorrectionAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const report = Begun.parse(fieldsOf(form))
    await takeReport(actor, report.id, report.seen || null)
    redirect(`/desk/stories/${report.story}?report=${report.id}`)
  })
}

export async function closeReportAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const report = Closed.parse(fieldsOf(form))
    await closeReport(actor, report.id, report.as)
    redirect(reportsAddress({ show: 'open', id: report.next || undefined }))
  })
}

export async function reopenReportAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await reopenReport(actor, One.parse(fieldsOf(form)).id)
    redirect(reportsAddress({ show: 'open' }))
  })
}
