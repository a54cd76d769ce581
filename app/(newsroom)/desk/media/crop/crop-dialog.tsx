'use client'

import { useState } from 'react'

import type { Crop, Sides } from '#lib/media/store/crop'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { CropBox } from './crop-box'
import { settle, sizeCrop, whole } from './moves'

type Props = {
  title: string
  note?: string
  src: string
  /** In pixels; only the place that is kept for the picture depends on it. */
  size: Partial<Sides>
  /** Width to height in fractions of the picture's sides, where the part has to be of a shape. */
  ratio?: number
  initial: Crop
  onTake: (crop: Crop) => void
  onClose: () => void
}

/** Chooses a part of a picture: dragged, sized by its corners, or both by keys. */
export function CropDialog({ title, note, src, size, ratio, initial, onTake, onClose }: Props) {
  const [part, setPart] = useState(initial)
  const { x, y, width, height } = settle(part)
  const isWhole = width === 1 && height === 1
  const resize = (factor: number) => setPart((now) => sizeCrop(now, factor, ratio))
  return (
    <Dialog
      title={title}
      note={[note, 'Drag it or its corners, or use the arrow keys; + and − size it.'].filter(Boolean).join(' ')}
      wide
      onClose={onClose}
      foot={
        <>
          <p role="status" className="me-auto text-muted">
            {isWhole
              ? 'The whole picture'
              : `${share(width)} of its width, ${share(height)} of its height, from ${share(x)} across and ${share(y)} down`}
          </p>
          <Button aria-label="Smaller" onClick={() => resize(1 / 1.1)}>
            −
          </Button>
          <Button aria-label="Larger" onClick={() => resize(1.1)}>
            +
          </Button>
          {ratio === undefined && (
            <Button onClick={() => setPart(whole)} disabled={isWhole}>
              Whole picture
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            onClick={() => {
              onTake(settle(part))
              onClose()
            }}
          >
            Use this crop
          </Button>
        </>
      }
    >
      <CropBox src={src} size={size} part={part} ratio={ratio} onMove={setPart} />
    </Dialog>
  )
}

const share = (fraction: number) => `${Math.round(fraction * 1000) / 10}%`
