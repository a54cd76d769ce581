'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { whoIs } from '#lib/auth/session'
import { setBar, takeBarDown } from '#lib/breaking/commands'
import { BarForm } from '#lib/breaking/form'
import { Refusal } from '#lib/errors'
import { findSettings } from '#lib/settings/queries'
import { type ReadTime, readTime, sentTime } from '#lib/settings/read-time'

const Seen = z.strictObject({ version: z.coerce.number().int() })

export async function setBarAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { version, until: sent, ...bar } = BarForm.extend(Seen.shape).parse(fieldsOf(form))
    const until = sentTime(sent, (await findSettings()).timezone, new Date())
    if (until === undefined) {
      const fault = 'This is no time that Stet can read. Try “in 2 hours” or “tomorrow 6am”.'
      throw new Refusal('invalid', 'Some fields need another look.', { until: fault })
    }
    await setBar(actor, version, { ...bar, until })
    refresh()
    return 'Readers see it now.'
  })
}

export async function takeBarDownAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await takeBarDown(actor, Seen.parse(fieldsOf(form)).version)
    refresh()
    return 'It is gone.'
  })
}

/** Reads until when it is to stand. */
export async function readHourAction(typed: string): Promise<ReadTime | null> {
  if (!(await whoIs())) return null
  const { data: text } = z.string().max(100).safeParse(typed)
  return text === undefined ? null : readTime(text, (await findSettings()).timezone, new Date())
}
