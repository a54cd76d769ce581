'use client'

import type { ReactNodeViewProps } from '@tiptap/react'

import type { clipWord } from '#lib/media/kinds'
import type { Shown } from '#lib/media/known'

import { BlockLine } from '../text/blocks/block-line'

type Props = ReactNodeViewProps & { shown: Shown | null | undefined; of: 'picture' | ReturnType<typeof clipWord> }

/** Caption and credit for this place, or the library's where it has none of its own. */
export const OwnWords = ({ shown, of, ...props }: Props) => (
  <>
    <BlockLine
      {...props}
      name="caption"
      label={`Caption of the ${of}`}
      placeholder={shown?.caption || 'Caption: what it shows'}
      otherwise={shown?.caption}
      className="picture-caption"
      leaveTo="after"
    />
    <BlockLine
      {...props}
      name="credit"
      label={`Credit of the ${of}`}
      placeholder={shown?.credit || 'Credit: whose it is'}
      otherwise={shown?.credit}
      className="picture-line"
      leaveTo="after"
    />
  </>
)
