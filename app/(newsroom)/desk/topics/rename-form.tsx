'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { renameTopicAction } from './actions'

export function RenameForm({ topic }: { topic: { id: string; name: string; version: number } }) {
  return (
    <Form action={renameTopicAction} label="Rename the topic" changed={false}>
      {(state) => (
        <>
          <Standing<{ theirs: string }> state={state} lines={(now) => [['Name', now.theirs]]} />
          <input type="hidden" name="id" value={topic.id} />
          <input type="hidden" name="version" value={versionOf(state, topic.version)} />
          <TextField
            label="Name"
            name="name"
            hideLabel
            defaultValue={topic.name}
            required
            maxLength={80}
            hint="The address follows the name; the old one leads there."
            error={state?.fields?.name}
          />
          <div>
            <Submit tone="plain">Rename</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
