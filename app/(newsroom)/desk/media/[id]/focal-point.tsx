'use client'

import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react'

import type { Point } from '#lib/media/store/crop'

const percent = (share: number) => `${Math.round(100 * share)} %`

const arrows: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

type Props = {
  src: string
  alt: string
  size: { width: number; height: number }
  focus: Point
  /** Absent where one may not move it. */
  onMove?: (to: Point) => void
}

/** A picture with what must be seen of it: dragged, set by a click, or moved by the arrow keys, with Shift in larger steps. */
export function FocalPoint({ src, alt, size, focus, onMove }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const moveTo = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const at = box.current?.getBoundingClientRect()
    if (at) onMove?.({ x: share((clientX - at.left) / at.width), y: share((clientY - at.top) / at.height) })
  }
  const drag = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (!arrow) return
    event.preventDefault()
    const step = event.shiftKey ? 0.05 : 0.01
    onMove?.({ x: share(focus.x + arrow[0] * step), y: share(focus.y + arrow[1] * step) })
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the same by keys, on the handle */}
      <div ref={box} className="relative mx-auto w-fit" onClick={onMove && moveTo}>
        {/* biome-ignore lint/performance/noImgElement: the file that is shown is the one that is kept */}
        <img
          src={src}
          alt={alt}
          width={size.width}
          height={size.height}
          draggable={false}
          className="block h-auto max-h-[54dvh] w-auto max-w-full rounded-control bg-sunk"
        />
        {onMove && (
          <button
            type="button"
            aria-label="Focal point"
            aria-describedby={id}
            onPointerDown={drag}
            onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event)}
            onClick={(event) => event.stopPropagation()}
            onKeyDown={onKeyDown}
            style={{ left: `${100 * focus.x}%`, top: `${100 * focus.y}%` }}
            className="absolute size-11 -translate-1/2 cursor-move touch-none rounded-full after:absolute after:inset-2.5 after:rounded-full after:border-2 after:border-[#fff] after:shadow-[0_0_0_2px_#000a,inset_0_0_0_2px_#000a]"
          />
        )}
      </div>
      <p id={id} aria-live="polite" className="text-center text-label text-quiet">
        {percent(focus.x)} from the left, {percent(focus.y)} from the top
      </p>
    </>
  )
}

const share = (value: number) => Math.round(10_000 * Math.max(0, Math.min(1, value))) / 10_000
