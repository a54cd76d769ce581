'use client'

import { useState } from 'react'

import type { Used } from '#lib/media/known'
import { headShape } from '#lib/media/store/head'
import { sidesOf, viewOf } from '#lib/media/store/view'
import { cropText, parseCrop } from '#lib/story/document/crop-text'
import type { MediaUse } from '#lib/story/document/nodes'
import { mainText } from '#lib/story/main-text'
import { Button, buttonClass } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'

import { CropHere } from '../library/crop-here'
import { MediaFaults } from '../media/media-faults'
import { PictureFrame } from '../media/picture-frame'
import type { FieldsHandle } from './use-fields'

type Props = {
  fields: FieldsHandle
  edits: boolean
  main: MediaUse
  shown: Used | null | undefined
  onChange: () => void
}

/** The main picture as it is cut for the head of the story, with its own words, and what can be done with it. */
export function MainPictureChosen({ fields, edits, main, shown, onChange }: Props) {
  const [cropping, setCropping] = useState(false)
  return (
    <div className="grid gap-2">
      <PictureFrame media={main.media} alt={main.alt} crop={headCrop(main, shown)} shown={shown} />
      {shown && <p className="truncate text-label text-quiet">{shown.name}</p>}
      <MediaFaults of="The main picture" shown={shown} alt={main.alt} />
      {edits && (
        <div className="flex flex-wrap gap-1.5">
          <Button small name="main" onClick={onChange}>
            Change…
          </Button>
          {shown && (
            <Button small onClick={() => setCropping(true)}>
              {main.crop ? 'Change the crop…' : 'Crop…'}
            </Button>
          )}
          {shown?.mayOpen && (
            <a
              className={buttonClass('plain', true)}
              href={`/desk/media/${main.media}`}
              target="_blank"
              rel="noreferrer"
            >
              Open in library
            </a>
          )}
          <Button small onClick={() => fields.save('main', '')}>
            Remove
          </Button>
        </div>
      )}
      <Own name="caption" label="Caption" said={shown?.caption} {...{ fields, edits, main }} />
      <Own name="credit" label="Credit" said={shown?.credit} {...{ fields, edits, main }} />
      <Own name="alt" label="Alt text" said={shown?.alt} {...{ fields, edits, main }} />
      {cropping && shown && (
        <CropHere
          shown={shown}
          crop={main.crop}
          onChoose={(crop) => fields.save('main', mainText({ ...main, crop }))}
          onClose={() => setCropping(false)}
        />
      )}
    </div>
  )
}

/** The part of it that stands at the head of the story. */
function headCrop({ crop }: MediaUse, shown: Used | null | undefined): string {
  if (!shown?.width || !shown.height) return crop
  const own = parseCrop(crop)
  const cutting = { size: { width: shown.width, height: shown.height }, focus: shown.focus, crops: shown.crops }
  const shape = headShape(sidesOf(cutting.size, own))
  const { crop: part } = viewOf(cutting, shape, own)
  return part ? cropText(part) : ''
}

type OwnProps = Pick<Props, 'fields' | 'edits' | 'main'> & {
  name: 'caption' | 'credit' | 'alt'
  label: string
  /** What the library says. */
  said: string | undefined
}

/** Words for this place alone; where there are none, the library's stand. */
function Own({ name, label, said = '', fields, edits, main }: OwnProps) {
  const [typed, setTyped] = useState<string>()
  const withWords = (words: string) => mainText({ ...main, [name]: words.trim() })
  const settle = () => {
    if (typed !== undefined && typed.trim() !== main[name]) fields.save('main', withWords(typed))
    setTyped(undefined)
    fields.type('main', undefined)
  }
  return (
    <TextField
      label={label}
      hint={said && !(typed ?? main[name]) ? 'The library’s words, until you write others for this story.' : undefined}
      placeholder={said}
      readOnly={!edits}
      maxLength={1000}
      value={typed ?? main[name]}
      onChange={({ target }) => {
        setTyped(target.value)
        fields.type('main', withWords(target.value))
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setTyped(undefined)
          fields.type('main', undefined)
        }
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        settle()
      }}
    />
  )
}
