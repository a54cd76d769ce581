'use client'

import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { SelectField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { assignAction } from '../actions'

type Props = {
  story: { id: string; headline: string; assignedTo: string | null }
  people: { id: string; name: string }[]
  onClose: () => void
}

/** Who a story is given to, or that nobody has it. */
export function AssignDialog({ story, people, onClose }: Props) {
  return (
    <Dialog title="Assign story" note={story.headline} onClose={onClose}>
      <Form action={assignAction} onDone={onClose} label="Assign story" className="grid gap-4">
        {(state) => (
          <>
            <input type="hidden" name="id" value={story.id} />
            <SelectField
              label="To"
              name="person"
              defaultValue={story.assignedTo ?? ''}
              hint="They may read and edit it, whatever their sections."
              error={state?.fields?.assignedTo}
            >
              <option value="">Nobody</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>Cancel</Button>
              <Submit>Assign</Submit>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  )
}
