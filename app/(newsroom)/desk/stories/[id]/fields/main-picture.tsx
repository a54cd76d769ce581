'use client'

import { useState } from 'react'

import type { Shown } from '#lib/media/known'
import { readMain } from '#lib/story/main-text'
import { Button } from '#lib/ui/button'
import { late } from '#lib/ui/late'

import { useLibrary, useShown } from '../library/library'
import { freshMain } from '../library/main-fresh'
import { Section, Theirs, Waits } from './field-parts'
import type { FieldsHandle } from './use-fields'

const Chosen = late(() => import('./main-picture-chosen').then((module) => module.MainPictureChosen))
const LibraryDialog = late(() => import('../library/library-dialog').then((module) => module.LibraryDialog), {
  over: true,
})

/** The picture that stands for the story: at its head, on fronts, and where others share it. */
export function MainPicture({ fields, edits }: { fields: FieldsHandle; edits: boolean }) {
  const main = readMain(fields.values.main)
  const shown = useShown(main?.media ?? '')
  const { known, upload } = useLibrary()
  const [choosing, setChoosing] = useState(false)
  const choose = ({ id }: Pick<Shown, 'id'>) => fields.save('main', freshMain(id))
  const error = fields.states.main?.error
  return (
    <Section title="Main picture">
      {main ? (
        <Chosen {...{ fields, edits, main, shown }} onChange={() => setChoosing(true)} />
      ) : edits ? (
        <Button small name="main" onClick={() => setChoosing(true)}>
          Choose a picture…
        </Button>
      ) : (
        <p className="text-muted">None</p>
      )}
      <Waits name="main" fields={fields} />
      <Theirs
        name="main"
        fields={fields}
        show={(text) => {
          const id = readMain(text)?.media
          return id ? (known.get(id)?.name ?? 'another picture') : 'no picture'
        }}
      />
      {error && (
        <p role="alert" className="mt-1 text-label text-withdrawn">
          {error}
        </p>
      )}
      {choosing && (
        <LibraryDialog
          title="Main picture"
          onChoose={([found]) => found && choose(found)}
          onUpload={(files) => upload(files, (media) => media.kind === 'picture' && choose(media))}
          onClose={() => setChoosing(false)}
        />
      )}
    </Section>
  )
}
