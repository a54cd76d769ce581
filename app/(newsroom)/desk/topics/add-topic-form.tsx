'use client'

import { Form } from '#app/(newsroom)/form'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { addTopicAction } from './actions'

export function AddTopicForm() {
  return (
    <Form action={addTopicAction} clears label="Add a topic">
      {(state) => (
        <>
          <TextField
            label="Name"
            name="name"
            required
            autoFocus
            maxLength={80}
            autoComplete="off"
            hint="Readers get its page once a story with it is live."
            error={state?.fields?.name}
          />
          <div>
            <Submit>Add topic</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
