'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { TextArea, TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { editPersonAction } from './actions'

type Profile = { name: string; slug: string; title: string; bio: string }
type Now = { name: string; slug: string; profile: { title: string; bio: string } }

export function ProfileForm({ person }: { person: Profile & { id: string; version: number } }) {
  return (
    <Form action={editPersonAction} label="What readers see" changed={false}>
      {(state) => (
        <>
          <Standing<Now>
            state={state}
            lines={({ name, slug, profile }) => [
              ['Name', name],
              ['Address', slug],
              ['Title', profile.title],
              ['About', profile.bio],
            ]}
          />
          <input type="hidden" name="id" value={person.id} />
          <input type="hidden" name="version" value={versionOf(state, person.version)} />
          <TextField label="Name" name="name" defaultValue={person.name} required error={state?.fields?.name} />
          <TextField
            label="Address"
            name="slug"
            defaultValue={person.slug}
            required
            hint="In /bylines/…; an earlier address leads to the new one."
            error={state?.fields?.slug}
          />
          <TextField label="Title" name="title" defaultValue={person.title} error={state?.fields?.title} />
          <TextArea label="About" name="bio" defaultValue={person.bio} error={state?.fields?.bio} />
          <div>
            <Submit tone="plain">Save for readers</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
