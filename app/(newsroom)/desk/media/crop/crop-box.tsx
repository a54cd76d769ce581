'use client'

import './crop.css'

import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

import type { Crop, Sides } from '#lib/media/store/crop'

import { corners, moveCorner, moveCrop, sizeCrop } from './moves'

type Move = (crop: Crop, across: number, down: number) => Crop
type Props = {
  src: string
  size: Partial<Sides>
  part: Crop
  ratio?: number
  onMove: (change: (now: Crop) => Crop) => void
}

/** Fractions of a side that an arrow moves by, and with Shift. */
const steps = { small: 0.01, large: 0.1 }
const growth = 1.05

/** A picture with a part of it lit, which is moved and sized by what can be gripped of it. */
export function CropBox({ src, size, part, ratio, onMove }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const onSize = (factor: number) => onMove((now) => sizeCrop(now, factor, ratio))
  const grip = (label: string, move: Move) => (
    <Grip
      key={label}
      label={label}
      box={box}
      onMove={(across, down) => onMove((now) => move(now, across, down))}
      onSize={onSize}
    />
  )
  return (
    <div ref={box} className="crop-box">
      {/* biome-ignore lint/performance/noImgElement: its files have the sizes that are shown, made beforehand */}
      <img src={src} alt="" width={size.width} height={size.height} draggable={false} />
      <div
        className="crop-part"
        style={{
          left: percent(part.x),
          top: percent(part.y),
          inlineSize: percent(part.width),
          blockSize: percent(part.height),
        }}
      >
        {grip('The part that is shown', moveCrop)}
        {corners.map((corner) =>
          grip(`The ${corner} corner`, (now, across, down) => moveCorner(now, corner, across, down, ratio)),
        )}
      </div>
    </div>
  )
}

const percent = (fraction: number) => `${100 * fraction}%`

type GripProps = {
  label: string
  box: { current: HTMLElement | null }
  onMove: (across: number, down: number) => void
  onSize: (factor: number) => void
}

function Grip({ label, box, onMove, onSize }: GripProps) {
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
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? steps.large : steps.small
    const acts: Record<string, () => void> = {
      ArrowLeft: () => onMove(-step, 0),
      ArrowRight: () => onMove(step, 0),
      ArrowUp: () => onMove(0, -step),
      ArrowDown: () => onMove(0, step),
      '+': () => onSize(growth),
      '-': () => onSize(1 / growth),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <button
      type="button"
      aria-label={label}
      className="crop-grip"
      onPointerDown={hold}
      onPointerMove={drag}
      onKeyDown={onKeyDown}
    />
  )
}
