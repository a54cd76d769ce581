'use client'

import { Form } from '#app/(newsroom)/form'
import { NewPasswordField } from '#app/(newsroom)/new-password-field'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { setPasswordAction } from './actions'

export function SetPasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <Form action={setPasswordAction} className="grid gap-3.5">
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField label="E-mail" type="email" autoComplete="username" readOnly defaultValue={email} />
          <NewPasswordField name="password" error={state?.fields?.password} />
          <Submit>Set password</Submit>
        </>
      )}
    </Form>
  )
}
