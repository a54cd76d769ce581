'use client'

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'

import type { Crop, Shape, Sides } from '#lib/media/store/crop'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { moveCrop, sizeCrop } from './crop-moves'

type Props = {
  src: string
  size: Sides
  shape: Shape
  initial: Crop
  onTake: (crop: Crop) => void
  onClose: () => void
}

const percent = (share: number) => `${100 * share}%`

/** Draws the part of a picture that is shown in a shape: dragged, sized by its corner, or both by keys. */
export function CropDialog({ src, size, shape, initial, onTake, onClose }: Props) {
  const [crop, setCrop] = useState(initial)
  const box = useRef<HTMLDivElement>(null)
  const at = useRef({ x: 0, y: 0 })
  const id = useId()
  const resize = (factor: number) => setCrop((now) => sizeCrop(now, factor, size, shape))
  const hold = (event: PointerEvent) => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    at.current = { x: event.clientX, y: event.clientY }
  }
  /** How far the pointer has gone since it was last asked, in shares of the picture; nothing while it is not held. */
  const gone = (event: PointerEvent) => {
    const sides = box.current?.getBoundingClientRect()
    if (!sides || !event.currentTarget.hasPointerCapture(event.pointerId)) return undefined
    const by = { x: (event.clientX - at.current.x) / sides.width, y: (event.clientY - at.current.y) / sides.height }
    at.current = { x: event.clientX, y: event.clientY }
    return by
  }
  const onMove = (event: PointerEvent) => {
    const by = gone(event)
    if (by) setCrop((now) => moveCrop(now, by.x, by.y))
  }
  const onSize = (event: PointerEvent) => {
    event.stopPropagation()
    const by = gone(event)
    if (by) setCrop((now) => sizeCrop(now, 1 + by.x / now.width + by.y / now.height, size, shape))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.05 : 0.01
    const acts: Record<string, () => void> = {
      ArrowLeft: () => setCrop((now) => moveCrop(now, -step, 0)),
      ArrowRight: () => setCrop((now) => moveCrop(now, step, 0)),
      ArrowUp: () => setCrop((now) => moveCrop(now, 0, -step)),
      ArrowDown: () => setCrop((now) => moveCrop(now, 0, step)),
      '+': () => resize(1.05),
      '-': () => resize(1 / 1.05),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <Dialog
      title={`Draw the crop of ${shape}`}
      note="Drag it, or move it by the arrow keys; the corner, + and − size it."
      wide
      onClose={onClose}
      foot={
        <>
          <Button className="me-auto" aria-label="Smaller" onClick={() => resize(1 / 1.1)}>
            −
          </Button>
          <Button aria-label="Larger" onClick={() => resize(1.1)}>
            +
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            onClick={() => {
              onTake(crop)
              onClose()
            }}
          >
            Use this crop
          </Button>
        </>
      }
    >
      <div ref={box} className="relative mx-auto w-fit overflow-hidden">
        {/* biome-ignore lint/performance/noImgElement: the file that is shown is the one that is kept */}
        <img
          src={src}
          alt=""
          width={size.width}
          height={size.height}
          draggable={false}
          className="block h-auto max-h-[60dvh] w-auto max-w-full bg-sunk"
        />
        <button
          type="button"
          data-first
          aria-label="The part that is shown"
          aria-describedby={id}
          onPointerDown={hold}
          onPointerMove={onMove}
          onKeyDown={onKeyDown}
          style={{
            left: percent(crop.x),
            top: percent(crop.y),
            width: percent(crop.width),
            height: percent(crop.height),
          }}
          className="absolute cursor-move touch-none border-2 border-[#fff] shadow-[0_0_0_9999px_#000a] focus-visible:outline-offset-2"
        >
          <span
            onPointerDown={hold}
            onPointerMove={onSize}
            className="absolute end-0 bottom-0 size-8 cursor-nwse-resize touch-none border-e-6 border-b-6 border-[#fff]"
          />
        </button>
      </div>
      <p id={id} aria-live="polite" className="mt-2 text-center text-label text-quiet">
        {Math.round(100 * crop.width)} % of its width, from {Math.round(100 * crop.x)} % across and{' '}
        {Math.round(100 * crop.y)} % down
      </p>
    </Dialog>
  )
}
