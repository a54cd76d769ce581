'use client'

import { useState } from 'react'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { longestSeries } from '#lib/series/form'
import { TextArea, TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { TypeAhead } from '#lib/ui/type-ahead'

import { saveSeriesAction } from './actions'
import { findPartsAction } from './find-parts'
import type { Part } from './parts'
import { PartsList } from './parts-list'

export type SeriesProps = {
  id: string
  name: string
  slug: string
  standfirst: string
  version: number
  parts: Part[]
  live: boolean
  waits: boolean
}

type Now = { name: string; slug: string; standfirst: string; parts: number }

/** Name, address, standfirst and parts of a series. */
export function SeriesForm({ series }: { series: SeriesProps }) {
  const [parts, setParts] = useState(series.parts)
  const [saved, setSaved] = useState(series.parts)
  // Of what stands in the form: the page may show a colleague's by now.
  const [version, setVersion] = useState(series.version)
  const add = ({ id, name, note }: { id: string; name: string; note?: string }) => {
    if (parts.some((part) => part.id === id)) return
    setParts([...parts, { id, name, state: note?.endsWith('not live') ? 'unpublished' : 'live' }])
  }
  return (
    <Form
      action={saveSeriesAction}
      label={series.name}
      changed={parts !== saved}
      onDone={({ detail }) => {
        setVersion((detail as { version: number }).version)
        setSaved(parts)
      }}
    >
      {(state) => (
        <>
          <Standing<Now>
            state={state}
            lines={(now) => [
              ['Name', now.name],
              ['Address', now.slug],
              ['Standfirst', now.standfirst],
              ['Parts', String(now.parts)],
            ]}
          />
          <input type="hidden" name="id" value={series.id} />
          <input type="hidden" name="version" value={versionOf(state, version)} />
          <input type="hidden" name="parts" value={parts.map(({ id }) => id).join(' ')} />
          <TextField
            label="Name"
            name="name"
            defaultValue={series.name}
            required
            maxLength={longestSeries.name}
            error={state?.fields?.name}
          />
          <TextField
            label="Address"
            name="slug"
            defaultValue={series.slug}
            maxLength={longestSeries.slug}
            hint="Behind /series/. The old address leads to the new one."
            error={state?.fields?.slug}
          />
          <TextArea
            label="Standfirst"
            name="standfirst"
            defaultValue={series.standfirst}
            maxLength={longestSeries.standfirst}
            error={state?.fields?.standfirst}
          />
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-medium">Parts</legend>
            <PartsList parts={parts} onChange={setParts} />
            <TypeAhead
              label="Add a part: find a story"
              placeholder="Words of its headline"
              empty="No story has these words in its headline."
              find={async (words) =>
                (await findPartsAction(words)).filter(({ id }) => !parts.some((part) => part.id === id))
              }
              onChoose={add}
              error={state?.fields?.parts}
            />
            <p className="text-label text-quiet">
              Drag a part, or move it by Alt and an arrow key. Readers see the parts that are live, and count no others.
            </p>
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <Submit tone="plain" name="as" value="keep">
              Save draft
            </Submit>
            <Submit name="as" value="publish">
              {series.live ? 'Update' : 'Publish'}
            </Submit>
          </div>
        </>
      )}
    </Form>
  )
}
