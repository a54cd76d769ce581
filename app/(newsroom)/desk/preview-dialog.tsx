'use client'

import { useEffect, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

type Props = {
  /** What is shown, as in `front`. */
  what: string
  note: string
  src: string
  /** Sends what is not saved yet. @returns whether all of it is */
  flush: () => Promise<boolean>
  onClose: () => void
}

const widths = { desktop: 1280, phone: 390 } as const

/** The draft as readers would get it now, at the width of a desktop or of a phone. */
export function PreviewDialog({ what, note, src, flush, onClose }: Props) {
  const [width, setWidth] = useState<keyof typeof widths>(() => (window.innerWidth > 640 ? 'desktop' : 'phone'))
  const [state, setState] = useState<'saving' | 'ready' | 'unsaved'>('saving')
  const [room, scale] = useScale(widths[width])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the dialog opens
  useEffect(() => void flush().then((kept) => setState(kept ? 'ready' : 'unsaved')), [])
  return (
    <Dialog
      title="Preview"
      note={note}
      full
      onClose={onClose}
      foot={
        <>
          <fieldset className="me-auto flex gap-1.5">
            <legend className="sr-only">Width</legend>
            {(Object.keys(widths) as (keyof typeof widths)[]).map((one) => (
              <Button
                key={one}
                aria-pressed={width === one}
                tone={width === one ? 'plain' : 'ghost'}
                onClick={() => setWidth(one)}
              >
                {one === 'desktop' ? 'Desktop' : 'Phone'}
              </Button>
            ))}
          </fieldset>
          <Button data-first onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {state === 'unsaved' && (
        <p role="alert" className="text-withdrawn">
          What was changed last is not saved, so it is not shown.
        </p>
      )}
      {state !== 'saving' && (
        <div ref={room} className="h-full overflow-hidden">
          <iframe
            title={`The ${what} at ${widths[width]} pixels`}
            src={src}
            // Its links open elsewhere: readers' pages stand in no frame.
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            className="mx-auto block border border-line bg-white"
            style={{
              width: widths[width],
              height: `${100 / scale}%`,
              transform: `scale(${scale})`,
              transformOrigin: scale < 1 ? '0 0' : undefined,
            }}
          />
        </div>
      )}
    </Dialog>
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
