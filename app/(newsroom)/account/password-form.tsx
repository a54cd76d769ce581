'use client'

import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { Form } from '../form'
import { NewPasswordField } from '../new-password-field'
import { changePasswordAction } from './actions'

export function PasswordForm() {
  return (
    <Form action={changePasswordAction} clears label="Change your password" className="grid gap-3.5">
      {(state) => (
        <>
          <TextField
            label="Present password"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            error={state?.fields?.current}
          />
          <NewPasswordField name="next" error={state?.fields?.next} />
          <p className="text-muted">Your other sessions end.</p>
          <div>
            <Submit>Change password</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
