'use client'

import { useMemo, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Notice } from '#lib/ui/notice'

import type { FieldsHandle } from '../fields/use-fields'
import type { Paper, ReadersFields, StoryProps } from '../props'
import { fieldLabels } from '../room/waiting'
import { restoreAction } from './actions'
import { linesChanged } from './lines-changed'
import { moment } from './moment'
import type { History } from './use-history'
import { changedFields, reasonOf, type Version } from './versions'

type Props = {
  history: History
  number: number
  story: StoryProps
  working: Version | null
  fields: FieldsHandle
  /** Who else is in the story now. */
  others: string[]
  /** Waits until the server has all that is on this screen. */
  sent: () => Promise<unknown>
  paper: Paper
  onSignedOut: () => void
}

/** Says what of a version would come back, and lets one choose. */
export function RestoreDialog(props: Props) {
  const { history, number, working, story } = props
  const version = history.read[number]
  const listed = history.list?.revisions.find((one) => one.number === number)
  const close = () => history.setDoing({ compare: history.doing.compare })
  const note =
    listed && `${listed.name || reasonOf(listed)}, ${listed.people.join(', ')}, ${moment(listed.at, props.paper)}`
  if (!version || !working)
    return (
      <Dialog
        title={`Restore revision ${number}`}
        note={note}
        onClose={close}
        foot={<Button onClick={close}>Cancel</Button>}
      >
        {history.problem ? <Notice title={history.problem} /> : <p className="text-muted">Looking for the text…</p>}
      </Dialog>
    )
  // A slug that follows the headline comes back with it.
  const changed = changedFields(working, version).filter((name) => !(name === 'slug' && story.slugFollows))
  return <Chosen {...props} version={version} working={working} changed={changed} note={note} onClose={close} />
}

type ChosenProps = Props & {
  version: Version
  working: Version
  changed: (keyof ReadersFields)[]
  note: string | undefined
  onClose: () => void
}

function Chosen({ history, number, story, version, working, changed, note, others, onClose, ...rest }: ChosenProps) {
  const lines = useMemo(() => linesChanged(working, version), [working, version])
  const [text, setText] = useState(true)
  const [left, setLeft] = useState<(keyof ReadersFields)[]>([])
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const wanted = changed.filter((name) => !left.includes(name))
  const takesText = text && lines !== ''
  const nothing = !takesText && wanted.length === 0

  const restore = async () => {
    if (busy || nothing) return
    setBusy(true)
    setRefused(await attempt())
    setBusy(false)
  }
  async function attempt(): Promise<string | undefined> {
    try {
      await rest.sent()
      const restoring = { text: takesText, fields: wanted, version: await rest.fields.settled() }
      const state = await restoreAction(story.id, number, restoring)
      if (state?.signedOut) rest.onSignedOut()
      if (!state?.ok) return state?.message ?? 'Nothing was restored.'
      const { before } = state.detail as { before: number }
      history.setDone({
        message: `Revision ${number} is restored. What stood before is revision ${before}.`,
        restore: before,
      })
      history.setDoing({})
      await history.load()
      return undefined
    } catch (error) {
      return error instanceof Error && error.name === 'NotSaved'
        ? error.message
        : 'The server was not reached. Nothing was restored.'
    }
  }

  return (
    <Dialog
      title={`Restore revision ${number}`}
      note={note}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={nothing} aria-disabled={busy} onClick={restore} data-first>
            {busy ? 'Restoring…' : 'Restore'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {refused && <Notice title={refused} />}
        {lines === '' && changed.length === 0 ? (
          <p>The working copy says all of this already.</p>
        ) : (
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-medium">What is restored</legend>
            {lines !== '' && (
              <Choice checked={text} onChange={setText} label="The text">
                {lines}
              </Choice>
            )}
            {changed.map((name) => (
              <Choice
                key={name}
                checked={wanted.includes(name)}
                onChange={(on) => setLeft(on ? left.filter((one) => one !== name) : [...left, name])}
                label={fieldLabels[name]}
              >
                {working.fields[name].shown || 'none'} → {version.fields[name].shown || 'none'}
              </Choice>
            ))}
          </fieldset>
        )}
        <p className="text-muted">
          What stands now is kept first, so this can be undone.
          {story.live && ' Readers see none of it before you publish.'}
          {others.length > 0 &&
            ` ${others.join(', ')} ${others.length === 1 ? 'is' : 'are'} in the story and will see the text change; what they type meanwhile stays.`}
        </p>
      </div>
    </Dialog>
  )
}

function Choice({
  checked,
  onChange,
  label,
  children,
}: {
  checked: boolean
  onChange: (on: boolean) => void
  label: string
  children: string | string[]
}) {
  return (
    <label className="grid grid-cols-[18px_1fr] gap-x-2 max-phone:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 accent-accent"
      />
      <span>
        <span className="block first-letter:uppercase">{label}</span>
        <span className="block text-label wrap-anywhere text-muted">{children}</span>
      </span>
    </label>
  )
}
