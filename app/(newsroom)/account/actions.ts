'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { z } from 'zod'

import { endSession } from '#lib/auth/commands/sessions'
import { fromOf } from '#lib/auth/from'
import { changeOwnPassword } from '#lib/people/commands/passwords'

import { answer, type FormState } from '../answer'
import { fieldsOf } from '../fields-of'

const ChangePassword = z.strictObject({ current: z.string(), next: z.string() })
const EndSession = z.strictObject({ id: z.string() })

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await changeOwnPassword(actor, ChangePassword.parse(fieldsOf(form)), fromOf(await headers()))
    refresh()
    return 'Your password is changed. Your other sessions have ended.'
  })
}

export async function endSessionAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    await endSession(actor, EndSession.parse(fieldsOf(form)).id)
    refresh()
  })
}
