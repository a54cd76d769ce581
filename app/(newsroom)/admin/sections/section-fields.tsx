'use client'

import type { SectionColour } from '#lib/section/tables'
import { Radio, TextField } from '#lib/ui/field'

import { colourWords, Swatch } from './swatch'

type Props = { name?: string; slug?: string; colour?: SectionColour; errors?: Record<string, string> }

export function SectionFields({ name = '', slug = '', colour = 'river', errors = {} }: Props) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={name} required maxLength={40} error={errors.name} />
      <TextField
        label="Address"
        name="slug"
        defaultValue={slug}
        hint={slug ? 'An earlier address leads to the new one.' : 'Left empty, it is made from the name.'}
        error={errors.slug}
      />
      <fieldset>
        <legend className="font-medium">Colour</legend>
        {colourWords.map((word) => (
          <Radio
            key={word.colour}
            name="colour"
            value={word.colour}
            defaultChecked={word.colour === colour}
            label={
              <>
                <Swatch colour={word.colour} /> {word.name}
              </>
            }
          />
        ))}
      </fieldset>
    </>
  )
}
