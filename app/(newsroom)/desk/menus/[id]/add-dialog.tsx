'use client'

import { type FormEvent, useState } from 'react'

import { findTopicsAction } from '#app/(newsroom)/desk/fronts/find-topics'
import { newId } from '#lib/id'
import { addEntry } from '#lib/menu/moves'
import { longest, sitePlaces, type Target } from '#lib/site/menu/content'
import { judgeLink } from '#lib/story/links'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { SelectField, TextField } from '#lib/ui/field'
import { TypeAhead } from '#lib/ui/type-ahead'

import { placeNames } from './names'
import type { MenuHandle } from './use-menu'

type Props = { menu: MenuHandle; column: string; onDone: (said: string) => void; onClose: () => void }

const kinds = {
  page: 'A page of the paper’s own',
  section: 'Sections',
  place: 'A page that the site always has',
  topic: 'A topic',
  series: 'A series',
  address: 'An address',
} as const
type Kind = keyof typeof kinds

/** What an entry is to lead to: chosen, found by its name, or typed. */
export function AddDialog({ menu, column, onDone, onClose }: Props) {
  const [kind, setKind] = useState<Kind>('page')
  const add = (to: Target, name: string, label = '') => {
    menu.change((one) => addEntry(one, column, { id: newId(), to, label }))
    onDone(`${label || name} is in the menu.`)
    onClose()
  }
  return (
    <Dialog title="Add an entry" onClose={onClose} foot={<Button onClick={onClose}>Cancel</Button>}>
      <div className="grid gap-4">
        <SelectField
          label="It leads to"
          data-first
          value={kind}
          onChange={({ target }) => setKind(target.value as Kind)}
        >
          {(Object.keys(kinds) as Kind[]).map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </SelectField>
        {kind === 'topic' ? (
          <TypeAhead
            label="Topic"
            placeholder="Name of the topic"
            find={findTopicsAction}
            inFlow
            onChoose={({ id, name }) => add({ of: 'topic', id }, name)}
          />
        ) : kind === 'address' ? (
          <AddressForm onAdd={(href, label) => add({ of: 'address', href }, href, label)} />
        ) : (
          <Choices choices={choicesOf(kind, menu)} onAdd={add} />
        )}
      </div>
    </Dialog>
  )
}

type Choice = { key: string; name: string; note?: string; to: Target }

function choicesOf(kind: 'page' | 'series' | 'section' | 'place', { now }: MenuHandle): Choice[] {
  if (kind === 'page' || kind === 'series')
    return now[kind === 'page' ? 'pages' : 'series'].map(({ id, name, live }) => ({
      ...{ key: id, name, to: { of: kind, id }, note: live ? undefined : 'not live yet' },
    }))
  if (kind === 'place') return sitePlaces.map((id) => ({ key: id, name: placeNames[id], to: { of: 'place', id } }))
  return [
    { key: 'sections', name: 'All sections', note: 'those to come, too', to: { of: 'sections' } },
    ...now.sections.map(({ id, name }): Choice => ({ key: id, name, to: { of: 'section', id } })),
  ]
}

function Choices({ choices, onAdd }: { choices: Choice[]; onAdd: (to: Target, name: string) => void }) {
  if (!choices.length) return <p className="text-muted">There is none yet.</p>
  return (
    <ul className="grid gap-0.5">
      {choices.map(({ key, name, note, to }) => (
        <li key={key}>
          <button
            type="button"
            className="control w-full rounded-control px-2 text-start hover:bg-sunk"
            onClick={() => onAdd(to, name)}
          >
            {name} {note && <span className="text-quiet">{note}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function AddressForm({ onAdd }: { onAdd: (href: string, label: string) => void }) {
  const [href, setHref] = useState('')
  const [label, setLabel] = useState('')
  const [tried, setTried] = useState(false)
  const judged = judgeLink(href, window.location.origin)
  const wrong = {
    href: judged ? judged.fault : 'Give a web page, or a path like /about.',
    label: label.trim() ? undefined : 'Give it words.',
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setTried(true)
    if (judged?.href && label.trim()) onAdd(judged.href, label.trim())
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <TextField
        label="Address"
        value={href}
        placeholder="https://"
        inputMode="url"
        maxLength={longest.href}
        error={tried ? wrong.href : undefined}
        onChange={({ target }) => setHref(target.value)}
      />
      <TextField
        label="Words"
        hint="What readers read."
        value={label}
        maxLength={longest.label}
        autoComplete="off"
        error={tried ? wrong.label : undefined}
        onChange={({ target }) => setLabel(target.value)}
      />
      <Button tone="primary" type="submit" className="justify-self-start">
        Add it
      </Button>
    </form>
  )
}
