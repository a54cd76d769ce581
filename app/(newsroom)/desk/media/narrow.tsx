'use client'

import Form from 'next/form'
import { type ReactNode, useRef } from 'react'

import { kindWords } from '#lib/media/kinds'
import { rightsWords } from '#lib/media/rights'
import { buttonClass } from '#lib/ui/button'

import type { Here } from './address'

const box = 'control-small max-w-44 flex-none rounded-control border bg-surface px-1'
const boxOf = (chosen: unknown) => `${box} ${chosen ? 'border-accent bg-accent-wash' : 'border-line text-muted'}`

/**
 * Kind, rights, who and when: sent at once where one chooses, by a button for days and without JavaScript.
 * @param people who has put something there; none where one sees one's own only
 */
export function Narrow({ here, people }: { here: Here; people: { id: string; name: string }[] }) {
  const form = useRef<HTMLFormElement>(null)
  const select = (label: string, name: 'kind' | 'rights' | 'by', children: ReactNode) => (
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
    <Form ref={form} action="/desk/media" aria-label="Narrow the library" className="contents">
      {here.q && <input type="hidden" name="q" value={here.q} />}
      {here.show && <input type="hidden" name="show" value={here.show} />}
      {select('Kind', 'kind', named(kindWords))}
      {select('Rights', 'rights', named(rightsWords))}
      {people.length > 0 && select('By', 'by', named(Object.fromEntries(people.map(({ id, name }) => [id, name]))))}
      <div className="flex flex-none gap-2">
        {day('From', 'from')}
        {day('to', 'to')}
        <button type="submit" className={buttonClass('plain', true)}>
          Show
        </button>
      </div>
    </Form>
  )
}

const named = (words: Record<string, string>) =>
  Object.entries(words).map(([value, word]) => (
    <option key={value} value={value}>
      {word}
    </option>
  ))
