'use client'

'use client'

import type { ReactNode } from 'react'

const box = 'control-small max-w-52 flex-none rounded-control border bg-surface px-1'
const boxOf = (chosen: unknown) => `${box} ${chosen ? 'border-accent bg-accent-wash' : 'border-line text-muted'}`

type Props = { label: string; name: string /** As the address says. */; value: string | undefined }

/** A choice by which a list is narrowed: sent as soon as one chooses, by the form's button without JavaScript. */
export const NarrowSelect = ({ label, name, value, children }: Props & { children: ReactNode }) => (
  <select
    // What the address says, after Back, too.
    key={value}
    name={name}
    aria-label={label}
    defaultValue={value ?? ''}
    onChange={(event) => event.currentTarget.form?.requestSubmit()}
    className={boxOf(value)}
  >
    <option value="">{label}: any</option>
    {children}
  </select>
)

/** A day by which a list is narrowed, sent by the form's button. */
export const NarrowDay = ({ label, name, value }: Props) => (
  <label className="flex flex-none items-center gap-1 text-muted">
    {label}
    <input key={value} type="date" name={name} defaultValue={value ?? ''} className={boxOf(value)} />
  </label>
)
