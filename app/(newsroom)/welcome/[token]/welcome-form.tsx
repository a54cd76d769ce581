'use client'

import { Form } from '#app/(newsroom)/form'
import { NewPasswordField } from '#app/(newsroom)/new-password-field'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { welcomeAction } from './actions'

export function WelcomeForm({ token }: { token: string }) {
  return (
    <Form action={welcomeAction} className="grid gap-3.5">
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField label="Your name" name="name" autoComplete="name" required error={state?.fields?.name} />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={state?.fields?.email}
          />
          <NewPasswordField name="password" error={state?.fields?.password} />
          <Submit>Set up the newsroom</Submit>
        </>
      )}
    </Form>
  )
}
