'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import { buttonClass } from '#lib/ui/button'

import { type Here, storiesAddress } from './address'

type Choice = { id: string; name: string }
type Props = { here: Here; sections: Choice[]; writers: Choice[]; topics: Choice[] }

/** Section, writer and topic: chosen at once with JavaScript, by a button without. */
export function Narrow({ here, sections, writers, topics }: Props) {
  const router = useRouter()
  const pick = (part: Partial<Here>) => router.push(storiesAddress({ ...here, ...part }))
  return (
    <form action="/desk/stories" aria-label="Narrow the list" className="contents">
      {here.show !== 'all' && <input type="hidden" name="show" value={here.show} />}
      {here.q && <input type="hidden" name="q" value={here.q} />}
      <Select label="Section" name="section" all="all" value={here.section} choices={sections} onPick={pick} />
      <Select label="Writer" name="writer" all="anyone" value={here.writer} choices={writers} onPick={pick} />
      <Select label="Topic" name="topic" all="any" value={here.topic} choices={topics} onPick={pick} />
      <noscript>
        <button type="submit" className={buttonClass('plain', true)}>
          Show
        </button>
      </noscript>
    </form>
  )
}

function Select(props: {
  label: string
  name: 'section' | 'writer' | 'topic'
  all: string
  value?: string
  choices: Choice[]
  onPick: (part: Partial<Here>) => void
}) {
  // Shows what was chosen while its list is on the way, and what the address says after Back.
  const [chosen, choose] = useState(props.value ?? '')
  useEffect(() => choose(props.value ?? ''), [props.value])
  return (
    <select
      name={props.name}
      aria-label={props.label}
      value={chosen}
      onChange={(event) => {
        choose(event.target.value)
        props.onPick({ [props.name]: event.target.value })
      }}
      className={`control-small max-w-44 flex-none rounded-control border bg-surface px-1 ${chosen ? 'border-accent bg-accent-wash' : 'border-line text-muted'}`}
    >
      <option value="">
        {props.label}: {props.all}
      </option>
      {props.choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
