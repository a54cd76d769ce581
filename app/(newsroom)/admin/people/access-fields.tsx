'use client'

import { useState } from 'react'

import type { Role } from '#lib/people/tables'
import { Checkbox, Radio } from '#lib/ui/field'

import { roleWords } from './roles'

type Props = {
  now: { role: Role; sections: 'all' | string[] }
  sections: { id: string; name: string }[]
  errors?: Record<string, string>
}

/** A role, with what it means, and the sections that it holds in. */
export function AccessFields({ now, sections, errors = {} }: Props) {
  const [some, setSome] = useState(now.sections !== 'all')
  return (
    <>
      <fieldset>
        <legend className="sr-only">Role</legend>
        {roleWords.map((word) => (
          <Radio
            key={word.role}
            name="role"
            value={word.role}
            label={word.name}
            hint={word.means}
            defaultChecked={word.role === now.role}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend className="font-semibold">Sections</legend>
        <Radio name="all" value="yes" label="All sections" defaultChecked={!some} onChange={() => setSome(false)} />
        <Radio name="all" value="no" label="Only some" defaultChecked={some} onChange={() => setSome(true)} />
        <div className={some ? 'ps-6' : 'hidden'}>
          {sections.map((section) => (
            <Checkbox
              key={section.id}
              name="section"
              value={section.id}
              label={section.name}
              defaultChecked={now.sections !== 'all' && now.sections.includes(section.id)}
            />
          ))}
          {!sections.length && <p className="text-muted">There are no sections yet.</p>}
        </div>
        {errors.sections && <p className="text-label text-withdrawn">{errors.sections}</p>}
      </fieldset>
    </>
  )
}
