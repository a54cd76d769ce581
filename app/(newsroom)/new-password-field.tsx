'use client'

import { TextField } from '#lib/ui/field'

/** A new password; managers offer one, and what is typed is checked once it is sent. */
export function NewPasswordField({ name, error }: { name: string; error?: string }) {
  return (
    <TextField
      label="New password"
      name={name}
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required
      hint="At least 10 characters. Three or four words do well."
      error={error}
    />
  )
}
