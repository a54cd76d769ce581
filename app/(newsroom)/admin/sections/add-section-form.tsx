'use client'

import { Form } from '#app/(newsroom)/form'
import { Submit } from '#lib/ui/submit'
import { addSectionAction } from './actions'
import { SectionFields } from './section-fields'

export function AddSectionForm() {
  return (
    <Form action={addSectionAction} clears label="Add a section" changed={false}>
      {(state) => (
        <>
          <SectionFields errors={state?.fields} />
          <div>
            <Submit>Add section</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
