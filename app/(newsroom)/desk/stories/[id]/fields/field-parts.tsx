'use client'

import type { ReactNode } from 'react'

import { Button } from '#lib/ui/button'

import { type FieldName, type FieldsHandle, hintOf } from './use-fields'

/** A part of the panel under its own heading. */
export function Section({ title, end, children }: { title: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-0">
      <h2 className="mb-2 flex items-center gap-2 font-semibold">
        {title}
        {end && <span className="ms-auto">{end}</span>}
      </h2>
      {children}
    </section>
  )
}

/** Under a list: that it is on its way, or waits on this device for the server. */
export function Waits({ name, fields }: { name: FieldName; fields: FieldsHandle }) {
  const hint = hintOf(fields.states[name])
  return hint ? <p className="mt-1 text-label text-quiet">{hint}</p> : null
}

type Props = { name: FieldName; fields: FieldsHandle; show?: (value: string) => string }

/** Under a field: a colleague's newer value beside one's own, and the choice between them. */
export function Theirs({ name, fields, show = (value) => value }: Props) {
  const theirs = fields.states[name]?.theirs
  if (theirs === undefined || Array.isArray(theirs)) return null
  const words = (value: unknown) => `“${show(String(value ?? '')) || 'empty'}”`
  return (
    <div
      role="alert"
      className="mt-1 grid gap-1.5 rounded-control border border-s-3 border-line border-s-review bg-surface px-2.5 py-1.5 text-label"
    >
      <p>
        A colleague wrote {words(theirs)} here meanwhile. You have {words(fields.values[name])}.
      </p>
      <p className="flex gap-1.5">
        <Button small onClick={() => fields.save(name, fields.values[name], true)}>
          Keep mine
        </Button>
        <Button small onClick={() => fields.takeTheirs(name)}>
          Take theirs
        </Button>
      </p>
    </div>
  )
}
