'use client'

import Form from 'next/form'
import { type ReactNode, useRef } from 'react'

import { actWords, subjectKinds } from '#lib/audit/words'
import { buttonClass } from '#lib/ui/button'

import type { Here } from './asked'

const box = 'control-small max-w-52 flex-none rounded-control border bg-surface px-1'
const boxOf = (chosen: unknown) => `${box} ${chosen ? 'border-accent bg-accent-wash' : 'border-line text-muted'}`

/** Who, what and when: sent at once where one chooses, by a button for days and without JavaScript. */
export function Narrow({ here, people }: { here: Here; people: { id: string; name: string }[] }) {
  const form = useRef<HTMLFormElement>(null)
  const select = (label: string, name: 'who' | 'act' | 'kind', children: ReactNode) => (
    <select
      // What the address says, after Back, too.
      key={`${name} ${here[name]}`}
      name={name}
      aria-label={label}
      defaultValue={here[name] ?? ''}
      onChange={() => form.current?.requestSubmit()}
      className={boxOf(here[name])}
    >
      <option value="">{label}: any</option>
      {children}
    </select>
  )
  const day = (label: string, name: 'from' | 'to') => (
    <label className="flex flex-none items-center gap-1 text-muted">
      {label}
      <input
        key={`${name} ${here[name]}`}
        type="date"
        name={name}
        defaultValue={here[name] ?? ''}
        className={boxOf(here[name])}
      />
    </label>
  )
  return (
    <Form
      ref={form}
      action="/admin/audit"
      aria-label="Narrow the audit"
      className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-4 py-2 max-phone:flex-nowrap max-phone:overflow-x-auto"
    >
      {here.q && <input type="hidden" name="q" value={here.q} />}
      {select(
        'Who',
        'who',
        <>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="operator">The command line</option>
          <option value="nobody">Stet itself</option>
        </>,
      )}
      {select(
        'Act',
        'act',
        Object.entries(actWords).map(([act, words]) => (
          <option key={act} value={act}>
            {words}
          </option>
        )),
      )}
      {select(
        'About',
        'kind',
        Object.entries(subjectKinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        )),
      )}
      {day('From', 'from')}
      {day('to', 'to')}
      <button type="submit" className={buttonClass('plain', true)}>
        Show
      </button>
    </Form>
  )
}
