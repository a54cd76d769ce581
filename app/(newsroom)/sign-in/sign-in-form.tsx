'use client'

import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { Form } from '../form'
import { signInAction } from './actions'

export function SignInForm() {
  return (
    <Form action={signInAction} className="grid gap-3.5">
      {(state) => (
        <>
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            defaultValue={typeof state?.detail === 'string' ? state.detail : ''}
            error={state?.fields?.email}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={state?.fields?.password}
          />
          <Submit>Sign in</Submit>
        </>
      )}
    </Form>
  )
}
