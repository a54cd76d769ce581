'use client'

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { Avatar } from '#lib/ui/avatar'
import { Icon } from '#lib/ui/icon'
import { Chosen } from '#lib/ui/removable'
import { type Choice, TypeAhead } from '#lib/ui/type-ahead'

import type { Named } from '../props'
import { Waits } from './field-parts'
import type { FieldsHandle } from './use-fields'

/** Who signs the story, in order, under its standfirst. */
export function Byline({ fields, people, edits }: { fields: FieldsHandle; people: Named[]; edits: boolean }) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const chosen = fields.values.people
  const error = fields.states.people?.error
  const close = () => {
    flushSync(() => setOpen(false))
    opener.current?.focus()
  }
  const find = async (words: string): Promise<Choice[]> =>
    people.filter(({ id, name }) => !chosen.some((one) => one.id === id) && begins(name, words)).slice(0, 8)
  const add = ({ id, name }: Choice) => {
    fields.save('people', [...chosen, { id, name }])
    close()
  }
  return (
    <div className="mb-4 border-y border-line py-2 font-desk text-base">
      <ul aria-label="Byline" className="flex flex-wrap items-center gap-1.5">
        {chosen.map((person) => (
          <Chosen
            key={person.id}
            name={person.name}
            mark={<Avatar name={person.name} named={false} />}
            onRemove={
              edits
                ? () =>
                    fields.save(
                      'people',
                      chosen.filter(({ id }) => id !== person.id),
                    )
                : undefined
            }
          />
        ))}
        {edits && !open && (
          <li>
            <button
              ref={opener}
              type="button"
              onClick={() => setOpen(true)}
              className="inline-flex items-center gap-1 rounded-control border border-dashed border-line-strong px-2 leading-[24px] text-muted hover:bg-sunk max-phone:min-h-[40px]"
            >
              <Icon of={Plus} size={14} />
              Byline
            </button>
          </li>
        )}
        {open && (
          <li className="w-56">
            <TypeAhead
              label="Add to the byline"
              placeholder="Name"
              autoFocus
              find={find}
              onChoose={add}
              onClose={close}
              empty="Nobody is called so."
            />
          </li>
        )}
        {fields.values.dateline && <li className="ms-auto text-muted">{fields.values.dateline}</li>}
      </ul>
      <Waits name="people" fields={fields} />
      {error && (
        <p role="alert" className="mt-1 text-label text-withdrawn">
          {error}
        </p>
      )}
    </div>
  )
}

/** Whether every word typed begins a word of the name. */
const begins = (name: string, words: string) => {
  const parts = name.toLowerCase().split(/\s+/)
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)))
}
