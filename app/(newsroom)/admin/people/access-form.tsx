'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import type { Role } from '#lib/people/tables'
import { Submit } from '#lib/ui/submit'
import { AccessFields } from './access-fields'
import { setAccessAction } from './actions'
import { nameOfRole } from './roles'

type Access = { role: Role; sections: 'all' | string[] }
type Props = { person: Access & { id: string; version: number }; sections: { id: string; name: string }[] }

export function AccessForm({ person, sections }: Props) {
  const names = (given: Access['sections']) =>
    given === 'all'
      ? 'all'
      : sections
          .filter((section) => given.includes(section.id))
          .map((section) => section.name)
          .join(', ')
  return (
    <Form action={setAccessAction} label="Role and sections" changed={false}>
      {(state) => (
        <>
          <Standing<Access>
            state={state}
            lines={(now) => [
              ['Role', nameOfRole(now.role)],
              ['Sections', names(now.sections)],
            ]}
          />
          <input type="hidden" name="id" value={person.id} />
          <input type="hidden" name="version" value={versionOf(state, person.version)} />
          <AccessFields now={person} sections={sections} errors={state?.fields} />
          <div>
            <Submit tone="plain">Save role</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
