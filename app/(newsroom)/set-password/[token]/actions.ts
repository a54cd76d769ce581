'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, settle } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { fromOf } from '#lib/auth/from'
import { setPasswordByLink } from '#lib/people/commands/passwords'

const SetPassword = z.strictObject({ token: z.string().max(100), password: z.string() })

export async function setPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return settle(async () => {
    const { token, password } = SetPassword.parse(fieldsOf(form))
    await setPasswordByLink(token, password, fromOf(await headers()))
    redirect('/sign-in?ready')
  })
}
