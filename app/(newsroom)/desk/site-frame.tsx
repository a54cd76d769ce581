'use client'

import { useEffect, useRef, useState } from 'react'

/** Pixels of what a page is shown at. */
export const widths = { desktop: 1280, phone: 390 } as const
export type Width = keyof typeof widths

/**
 * A page as readers would get it, at a width of theirs, made smaller to fit. When another is to be shown, the one before
 * stays until that is there, and what was scrolled to remains.
 */
export function SiteFrame({ title, src, width }: { title: string; src: string; width: Width }) {
  const [room, scale] = useScale(widths[width])
  const [shown, setShown] = useState(src)
  const before = useRef<HTMLIFrameElement>(null)
  function arrive(frame: HTMLIFrameElement) {
    frame.contentWindow?.scrollTo(0, before.current?.contentWindow?.scrollY ?? 0)
    setShown(src)
  }
  return (
    <div ref={room} className="relative h-full overflow-hidden">
      {(shown === src ? [src] : [shown, src]).map((one) => (
        <iframe
          key={one}
          ref={one === shown ? before : undefined}
          title={title}
          src={one}
          onLoad={(event) => one === src && arrive(event.currentTarget)}
          inert={one !== shown}
          // Its links open elsewhere: readers' pages stand in no frame.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          className={
            one === shown
              ? 'mx-auto block outline outline-1 -outline-offset-1 outline-line bg-white'
              : 'pointer-events-none absolute start-0 top-0 opacity-0'
          }
          style={{
            width: widths[width],
            height: `${100 / scale}%`,
            transform: `scale(${scale})`,
            transformOrigin: scale < 1 ? '0 0' : undefined,
          }}
        />
      ))}
    </div>
  )
}

/** By how much something so wide, in pixels, is made smaller to fit into its room. */
function useScale(width: number) {
  const [room, setRoom] = useState<HTMLDivElement | null>(null)
  const [there, setThere] = useState(width)
  useEffect(() => {
    if (!room) return
    const watch = new ResizeObserver(() => setThere(room.clientWidth))
    watch.observe(room)
    return () => watch.disconnect()
  }, [room])
  return [setRoom, Math.min(1, there / width)] as const
}
