'use client'

import { useState } from 'react'

import { type Crop, cropOf, type Point, ratioIn, type Shape, type Sides } from '#lib/media/store/crop'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { CropBox } from './crop-box'
import { settle, sizeCrop, whole } from './moves'
import { ShapeChoice } from './shape-choice'

type Props = {
  title: string
  note?: string
  src: string
  /** In pixels; only the place that is kept for the picture depends on it. */
  size: Partial<Sides>
  /** Width to height in fractions of the picture's sides, where the part has to be of a shape. */
  ratio?: number
  /** What must be seen. Where it is given, shapes are offered, each built around it. */
  focus?: Point
  initial: Crop
  onTake: (crop: Crop) => void
  onClose: () => void
}

/** Chooses a part of a picture: dragged, sized by its corners, or both by keys. */
export function CropDialog({ title, note, src, size, focus, initial, onTake, onClose, ...asked }: Props) {
  const { part, shape, ratio, cut, move, choose } = usePart(initial, size, focus, asked.ratio)
  const { x, y, width, height } = settle(part)
  const isWhole = width === 1 && height === 1
  const resize = (factor: number) => move((now) => sizeCrop(now, factor, ratio))
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
          {asked.ratio === undefined && (
            <Button onClick={() => choose(undefined, whole)} disabled={isWhole}>
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
      <CropBox src={src} size={size} part={part} ratio={ratio} onMove={move} />
      {cut && <ShapeChoice src={src} cut={cut} chosen={shape} onChoose={choose} />}
    </Dialog>
  )
}

/** The part, and the shape in which it is held; shapes are cut from what was free last, so that one may try them all. */
function usePart(initial: Crop, { width, height }: Partial<Sides>, focus?: Point, asked?: number) {
  const [now, set] = useState<{ part: Crop; free: Crop; shape?: Shape }>({ part: initial, free: initial })
  const size = width && height && focus ? { width, height } : undefined
  const cut = size && focus && ((shape: Shape) => cropOf(size, shape, focus, now.free))
  return {
    ...now,
    cut,
    ratio: size && now.shape ? ratioIn(size, now.shape) : asked,
    move: (change: (part: Crop) => Crop) =>
      set(({ part, free, shape }) => ({ part: change(part), free: shape ? free : change(part), shape })),
    choose: (shape: Shape | undefined, part = shape && cut ? cut(shape) : now.part) =>
      set({ part, free: shape ? now.free : part, shape }),
  }
}

const share = (fraction: number) => `${Math.round(fraction * 1000) / 10}%`
