'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { welcomeAdmin } from '#lib/people/commands/first-admin'
import { email, name } from '#lib/people/content'

import { type FormState, settle } from '../../answer'
import { fieldsOf } from '../../fields-of'

const Welcome = z.strictObject({ token: z.string().max(100), name, email, password: z.string() })

export async function welcomeAction(_: FormState, form: FormData): Promise<FormState> {
  return settle(async () => {
    const { token, ...given } = Welcome.parse(fieldsOf(form))
    await welcomeAdmin(token, given)
    redirect('/sign-in?ready')
  })
}
