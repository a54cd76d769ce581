'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, settle } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { welcomeAdmin } from '#lib/people/commands/first-admin'
import { email, name } from '#lib/people/content'

const Welcome = z.strictObject({ token: z.string().max(100), name, email, password: z.string() })

export async function welcomeAction(_: FormState, form: FormData): Promise<FormState> {
  return settle(async () => {
    const { token, ...given } = Welcome.parse(fieldsOf(form))
    await welcomeAdmin(token, given)
    redirect('/sign-in?ready')
  })
}
