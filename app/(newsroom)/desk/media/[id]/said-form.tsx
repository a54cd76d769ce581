'use client'

import { useRef, useState } from 'react'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { useUnsaved } from '#app/(newsroom)/use-unsaved'
import type { FieldName } from '#lib/media/fields'
import type { MediaKind } from '#lib/media/kinds'
import { expiries, expiryWords, rights, rightsWords } from '#lib/media/rights'
import { Checkbox, SelectField, TextArea, TextField } from '#lib/ui/field'
import { useShortcuts } from '#lib/ui/shortcuts'
import { Submit } from '#lib/ui/submit'
import { editAction } from '../actions'
import { EndField } from '../end-field'
import type { Said } from './said-of'
import { type Theirs, theirLines } from './their-lines'
import { useShownVersion } from './use-shown-version'

type Props = {
  media: { id: string; version: number; kind: MediaKind; live: boolean; fromFile: FieldName[] }
  said: Said
  edits: boolean
  paper: { timezone: string; now: number }
}

/** All that is said of something of the library. What is changed elsewhere meanwhile is shown before it is written over. */
export function SaidForm({ media, said, edits, paper }: Props) {
  const [changed, setChanged] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { version, saved } = useShownVersion(said, media.version)
  const leaving = useUnsaved(changed)
  const done = ({ detail }: { detail?: unknown }) => {
    setChanged(false)
    saved((detail as { version: number }).version)
  }
  useShortcuts({ 'Mod+s': () => edits && box.current?.querySelector('form')?.requestSubmit() })
  const from = (name: FieldName, hint = '') =>
    [media.fromFile.includes(name) && 'From the file.', hint].filter(Boolean).join(' ')
  const field = (name: FieldName & keyof Said, hint?: string) => ({
    name,
    defaultValue: String(said[name]),
    hint: from(name, hint),
    readOnly: !edits,
  })
  return (
    <div ref={box} onChange={() => edits && setChanged(true)}>
      {!edits && (
        <p className="pb-2 text-muted">
          {media.live
            ? 'Readers see this: only editors change what is said of it.'
            : 'Only who put it here, and editors, change what is said of it; editors alone while a story that shows it waits for its hour.'}
        </p>
      )}
      <Form action={editAction} label="What is said of it" onDone={done} tellsDone>
        {(state) => (
          <>
            <Standing<{ theirs: Theirs }>
              state={state}
              lines={({ theirs }) => theirLines(theirs, said, paper.timezone)}
            />
            <input type="hidden" name="id" value={media.id} />
            <input type="hidden" name="version" value={versionOf(state, version)} />
            {media.kind === 'picture' && (
              <div>
                <TextArea
                  label="Alt text"
                  {...field('alt', 'What it shows, for who cannot see it.')}
                  rows={2}
                  error={state?.fields?.alt}
                />
                <Checkbox
                  name="decorative"
                  label="Decorative"
                  hint="It says nothing that the text does not say: it is passed over when a page is read out."
                  defaultChecked={said.decorative}
                  disabled={!edits}
                />
              </div>
            )}
            <TextArea label="Caption" {...field('caption')} error={state?.fields?.caption} />
            <TextField label="Credit" {...field('credit')} error={state?.fields?.credit} />
            <TextField label="Source" {...field('source')} error={state?.fields?.source} />
            <SelectField
              label="Rights"
              name="rights"
              defaultValue={said.rights}
              disabled={!edits}
              hint="On what ground we may show it."
              error={state?.fields?.rights}
            >
              {rights.map((one) => (
                <option key={one} value={one}>
                  {rightsWords[one]}
                </option>
              ))}
            </SelectField>
            <TextField
              label="Licence address"
              inputMode="url"
              {...field('licenceUrl')}
              error={state?.fields?.licenceUrl}
            />
            <EndField paper={paper} initial={said.until} readOnly={!edits} error={state?.fields?.expiresAt} />
            <SelectField
              label="When that is over"
              name="onExpiry"
              defaultValue={said.onExpiry}
              disabled={!edits}
              error={state?.fields?.onExpiry}
            >
              {expiries.map((one) => (
                <option key={one} value={one}>
                  {expiryWords[one]}
                </option>
              ))}
            </SelectField>
            <TextArea
              label="Usage notes"
              {...field('notes', 'For the desk: what was agreed about its use.')}
              error={state?.fields?.notes}
            />
            <TextField label="Dateline" {...field('dateline')} error={state?.fields?.dateline} />
            <TextField
              label="Keywords"
              {...field('keywords', 'With commas between.')}
              error={state?.fields?.keywords}
            />
            <TextField label="Name" {...field('name')} required error={state?.fields?.name} />
            {edits && (
              <div className="flex items-center gap-3 border-line bg-canvas wide:sticky wide:bottom-0 wide:-mx-4 wide:border-t wide:px-4 wide:py-2.5">
                <Submit>{media.live ? 'Save for readers' : 'Save'}</Submit>
                <span role="status" className="text-label text-quiet">
                  {changed ? 'Not saved yet' : state?.ok && state.message}
                </span>
              </div>
            )}
          </>
        )}
      </Form>
      {leaving}
    </div>
  )
}
