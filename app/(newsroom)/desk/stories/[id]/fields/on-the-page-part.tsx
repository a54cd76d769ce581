'use client'

import { type Presentation, plain } from '#lib/story/presentation'
import { late } from '#lib/ui/late'

import { LatePart } from '../late-part'
import { fieldLabels } from '../room/waiting'
import type { FieldsHandle } from './use-fields'

const Fields = late(() => import('./on-the-page').then((module) => module.OnThePage), { waits: 'Looking…' })

type Props = { story: string; fields: FieldsHandle; edits: boolean; language: string }

const names = Object.keys(plain) as (keyof Presentation)[]

/** How readers get the story beside its text; closed, it names what of that is used. */
export function OnThePage(props: Props) {
  const { values, states } = props.fields
  const used = names.filter((name) => String(values[name]) !== String(plain[name]))
  const troubled = names.some((name) => {
    const { error, theirs } = states[name] ?? {}
    return error !== undefined || theirs !== undefined
  })
  return (
    <LatePart
      between
      wanted={troubled}
      title={
        <>
          On the page{' '}
          {used.length > 0 && (
            <span className="font-normal text-muted">{used.map((name) => fieldLabels[name]).join(', ')}</span>
          )}
        </>
      }
    >
      <Fields {...props} />
    </LatePart>
  )
}
