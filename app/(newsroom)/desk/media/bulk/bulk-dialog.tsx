'use client'

import { type ReactNode, useState } from 'react'

import { Form } from '#app/(newsroom)/form'
import type { Outcome } from '#lib/media/commands/edit'
import { expiries, expiryWords, rights, rightsWords } from '#lib/media/rights'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { SelectField, TextArea, TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { editManyAction } from '../actions'
import { EndField } from '../end-field'

type Props = {
  chosen: ReadonlyMap<string, string>
  paper: { timezone: string; now: number }
  onDone: (message: string) => void
  onClose: () => void
}

/** Says the same of all that is chosen. Only what is ticked is changed, so that it may be emptied, too. */
export function BulkDialog({ chosen, paper, onDone, onClose }: Props) {
  const [failed, setFailed] = useState<Outcome[]>([])
  /** All were changed: the grid shows it. Else it stays and says which were not. */
  const done = ({ message, detail }: { message: string; detail?: unknown }) => {
    const left = detail as Outcome[]
    onDone(message)
    if (left.length) setFailed(left)
    else onClose()
  }
  const many = chosen.size.toLocaleString('en-GB')
  return (
    <Dialog
      title={chosen.size === 1 ? 'Edit one' : `Edit ${many} at once`}
      note="What is ticked is written over what they have. The rest stays."
      onClose={onClose}
    >
      <Form action={editManyAction} label="Edit what is selected" className="grid gap-3" onDone={done}>
        {(state) => (
          <>
            {[...chosen.keys()].map((id) => (
              <input key={id} type="hidden" name="id" value={id} />
            ))}
            {state?.ok && failed.length > 0 && <Failed outcomes={failed} chosen={chosen} />}
            <Ticked label="Credit">
              <TextField label="Credit" hideLabel name="credit" error={state?.fields?.credit} />
            </Ticked>
            <Ticked label="Source">
              <TextField label="Source" hideLabel name="source" error={state?.fields?.source} />
            </Ticked>
            <Ticked label="Rights">
              <SelectField label="Rights" hideLabel name="rights" error={state?.fields?.rights}>
                {rights.map((one) => (
                  <option key={one} value={one}>
                    {rightsWords[one]}
                  </option>
                ))}
              </SelectField>
            </Ticked>
            <Ticked label="Licence address">
              <TextField
                label="Licence address"
                hideLabel
                name="licenceUrl"
                inputMode="url"
                error={state?.fields?.licenceUrl}
              />
            </Ticked>
            <Ticked label="May be shown until">
              <EndField paper={paper} error={state?.fields?.expiresAt} />
            </Ticked>
            <Ticked label="When that is over">
              <SelectField label="When that is over" hideLabel name="onExpiry" error={state?.fields?.onExpiry}>
                {expiries.map((one) => (
                  <option key={one} value={one}>
                    {expiryWords[one]}
                  </option>
                ))}
              </SelectField>
            </Ticked>
            <Ticked label="Usage notes">
              <TextArea label="Usage notes" hideLabel name="notes" rows={2} error={state?.fields?.notes} />
            </Ticked>
            <Ticked label="Dateline">
              <TextField label="Dateline" hideLabel name="dateline" error={state?.fields?.dateline} />
            </Ticked>
            <Ticked label="Keywords to add">
              <TextField
                label="Keywords to add"
                hideLabel
                name="keywords"
                hint="With commas between. Those that are there stay."
                error={state?.fields?.keywords}
              />
            </Ticked>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>{state?.ok ? 'Close' : 'Cancel'}</Button>
              <Submit>Change {chosen.size === 1 ? 'it' : `all ${many}`}</Submit>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  )
}

/** A field that stands there, and is sent, once it is ticked. */
function Ticked({ label, children }: { label: string; children: ReactNode }) {
  const [on, setOn] = useState(false)
  return (
    <div className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2 gap-y-1">
      <label className="col-span-2 flex items-center gap-2 font-medium">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => setOn(event.target.checked)}
          className="size-4 accent-accent"
        />
        {label}
      </label>
      {on && <div className="col-start-2">{children}</div>}
    </div>
  )
}

function Failed({ outcomes, chosen }: { outcomes: Outcome[]; chosen: ReadonlyMap<string, string> }) {
  return (
    <div className="rounded-control bg-sunk px-3 py-2">
      <p className="font-medium">
        {outcomes.length === 1 ? 'One was left as it is:' : `${outcomes.length} were left as they are:`}
      </p>
      <ul className="mt-1 grid max-h-40 gap-1 overflow-y-auto">
        {outcomes.map(({ id, message }) => (
          <li key={id}>
            <b>{chosen.get(id)}</b>: {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
