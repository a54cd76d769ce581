'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import type { SectionColour } from '#lib/section/tables'
import { Submit } from '#lib/ui/submit'
import { editSectionAction } from './actions'
import { SectionFields } from './section-fields'
import { colourWords } from './swatch'

type Section = { id: string; name: string; slug: string; colour: SectionColour; version: number }

export function EditSectionForm({ section }: { section: Section }) {
  return (
    <Form action={editSectionAction} label={section.name} changed={false}>
      {(state) => (
        <>
          <Standing<Section>
            state={state}
            lines={(now) => [
              ['Name', now.name],
              ['Address', now.slug],
              ['Colour', colourWords.find((word) => word.colour === now.colour)?.name ?? ''],
            ]}
          />
          <input type="hidden" name="id" value={section.id} />
          <input type="hidden" name="version" value={versionOf(state, section.version)} />
          <SectionFields name={section.name} slug={section.slug} colour={section.colour} errors={state?.fields} />
          <div>
            <Submit>Save section</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
