'use client'

import { type Command, NodeSelection } from '@tiptap/pm/state'
import type { ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'

import type { Used } from '#lib/media/known'
import type { Image } from '#lib/story/document/nodes'
import { Button } from '#lib/ui/button'
import { late } from '#lib/ui/late'

import { asOne } from '../text/as-one'
import { BlockLine } from '../text/blocks/block-line'
import { moveBlocks } from '../text/handle/block-moves'
import { useEditable } from '../text/use-editable'
import { OpenOrRemove } from './open-or-remove'
import { OverText } from './over-text'
import { OwnWords } from './own-words'

const CropHere = late(() => import('../library/crop-here').then((module) => module.CropHere), { over: true })

type Props = ReactNodeViewProps & { shown: Used | null | undefined }

/** What a picture says in this place: its own words, or the library's where it has none; and what can be done with it. */
export function PictureLines({ shown, ...props }: Props) {
  const { editor, node, getPos, updateAttributes } = props
  const { crop, wide } = node.attrs as Image['attrs']
  const [cropping, setCropping] = useState(false)
  const editable = useEditable(editor)
  const move = (by: -1 | 1) => () => {
    const at = getPos()
    if (at === undefined) return
    const { view } = editor
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
    const command: Command = moveBlocks(by)
    asOne(view, () => command(view.state, view.dispatch))
  }
  return (
    <>
      <OwnWords {...props} shown={shown} of="picture" />
      <BlockLine
        {...props}
        name="alt"
        label="Alt text of the picture"
        placeholder={shown?.alt || (shown?.decorative ? 'Decorative: needs no alt text' : 'Alt text: what is seen')}
        otherwise={shown?.alt}
        className="picture-line"
        leaveTo="after"
      />
      {editable && (
        <div className="picture-acts">
          <span className="picture-order">
            <Button small tone="ghost" onClick={move(-1)}>
              Earlier
            </Button>
            <Button small tone="ghost" onClick={move(1)}>
              Later
            </Button>
          </span>
          {shown && (
            <Button small tone="ghost" onClick={() => setCropping(true)}>
              {crop ? 'Change the crop…' : 'Crop…'}
            </Button>
          )}
          <Button
            small
            tone="ghost"
            className="picture-wider"
            aria-pressed={wide}
            onClick={() => updateAttributes({ wide: !wide })}
          >
            Wide
          </Button>
          <OpenOrRemove {...props} shown={shown} />
        </div>
      )}
      {cropping && shown && (
        <OverText>
          <CropHere
            shown={shown}
            crop={crop}
            onChoose={(part) => updateAttributes({ crop: part })}
            onClose={() => setCropping(false)}
          />
        </OverText>
      )}
    </>
  )
}
