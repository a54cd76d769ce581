'use client'

import './library.css'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { fileAddress } from '#app/(newsroom)/desk/media/address'
import type { Shown } from '#lib/media/known'
import type { Crop } from '#lib/media/store/crop'
import { cropText, parseCrop } from '#lib/story/document/crop-text'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { corners, moveCorner, moveCrop, whole } from './crop-moves'

type Props = {
  shown: Shown
  /** As text, '' for the whole. */
  crop: string
  onChoose: (crop: string) => void
  onClose: () => void
}

/** Fractions of a side that an arrow moves by, and with Shift. */
const steps = { small: 0.01, large: 0.1 }

/** Which part of a picture is shown in one place: by its corners, dragged or moved by the arrows. */
export function CropDialog({ shown, crop, onChoose, onClose }: Props) {
  const [part, setPart] = useState(() => parseCrop(crop) ?? whole)
  const box = useRef<HTMLDivElement>(null)
  const isWhole = cropText(part) === cropText(whole)
  const grip = (label: string, move: Move) => (
    <Grip key={label} label={label} box={box} onMove={(x, y) => setPart((now) => move(now, x, y))} />
  )
  return (
    <Dialog
      title="Crop for this place"
      note="Elsewhere the picture stays as it is. Arrows move a corner, with Shift by more."
      wide
      onClose={onClose}
      foot={
        <>
          <p role="status" className="me-auto text-muted">
            {isWhole ? 'The whole picture' : `${share(part.width)} of its width, ${share(part.height)} of its height`}
          </p>
          <Button onClick={() => setPart(whole)} disabled={isWhole}>
            Whole picture
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            onClick={() => {
              onChoose(isWhole ? '' : cropText(part))
              onClose()
            }}
          >
            Show this part
          </Button>
        </>
      }
    >
      <div ref={box} className="crop-box">
        {/* biome-ignore lint/performance/noImgElement: its files have the sizes that are shown, made beforehand */}
        <img
          src={fileAddress(shown.id, 'thumb-640')}
          alt=""
          width={shown.width ?? undefined}
          height={shown.height ?? undefined}
          draggable={false}
        />
        <div
          className="crop-part"
          style={{
            left: share(part.x),
            top: share(part.y),
            inlineSize: share(part.width),
            blockSize: share(part.height),
          }}
        >
          {grip('The part that is shown', moveCrop)}
          {corners.map((corner) => grip(`The ${corner} corner`, (now, x, y) => moveCorner(now, corner, x, y)))}
        </div>
      </div>
    </Dialog>
  )
}

type Move = (crop: Crop, dx: number, dy: number) => Crop

const share = (fraction: number) => `${Math.round(fraction * 1000) / 10}%`

type GripProps = { label: string; box: { current: HTMLElement | null }; onMove: (dx: number, dy: number) => void }

function Grip({ label, box, onMove }: GripProps) {
  const at = useRef({ x: 0, y: 0 })
  const hold = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    at.current = { x: event.clientX, y: event.clientY }
  }
  const drag = (event: PointerEvent) => {
    const frame = box.current?.getBoundingClientRect()
    if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    onMove((event.clientX - at.current.x) / frame.width, (event.clientY - at.current.y) / frame.height)
    at.current = { x: event.clientX, y: event.clientY }
  }
  const walk = (event: KeyboardEvent) => {
    const step = event.shiftKey ? steps.large : steps.small
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (!way) return
    event.preventDefault()
    onMove((way[0] ?? 0) * step, (way[1] ?? 0) * step)
  }
  return (
    <button
      type="button"
      aria-label={label}
      className="crop-grip"
      onPointerDown={hold}
      onPointerMove={drag}
      onKeyDown={walk}
    />
  )
}
