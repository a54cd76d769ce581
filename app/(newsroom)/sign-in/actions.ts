'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { openBrowser, SignInRefused } from '#lib/auth/next-auth'

import { type FormState, settle } from '../answer'

const SignIn = z.object({ email: z.string(), password: z.string() })

/** What was typed as the address goes back, so that it stays without JavaScript too. */
export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await settle(async () => {
    const given = SignIn.parse(Object.fromEntries(form))
    await openBrowser('credentials', { ...given, redirect: false, redirectTo: '/desk' }).catch((error) => {
      throw error instanceof SignInRefused ? error.refusal : error
    })
  })
  if (state?.ok) redirect('/desk')
  return { ...(state as NonNullable<FormState>), detail: form.get('email') }
}
