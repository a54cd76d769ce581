'use client'

import { Form } from '#app/(newsroom)/form'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { AccessFields } from './access-fields'
import { inviteAction } from './actions'
import { OnceLink } from './once-link'

export function InviteForm({ sections }: { sections: { id: string; name: string }[] }) {
  return (
    <Form action={inviteAction} clears label="Invite a person" className="grid gap-3 px-4 pb-5">
      {(state) => (
        <>
          <OnceLink state={state} />
          <TextField
            label="Name"
            name="name"
            required
            autoFocus
            autoComplete="off"
            hint="As it stands in bylines."
            error={state?.fields?.name}
          />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            required
            autoComplete="off"
            error={state?.fields?.email}
          />
          <AccessFields now={{ role: 'writer', sections: [] }} sections={sections} errors={state?.fields} />
          <div>
            <Submit>Make an invitation</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
