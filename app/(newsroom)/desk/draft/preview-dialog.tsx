'use client'

import { useEffect, useState } from 'react'
import { SiteFrame, type Width, widths } from '#app/(newsroom)/desk/site-frame'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Switch } from '#lib/ui/switch'

type Props = {
  /** What is shown, as in `front`. */
  what: string
  note: string
  src: string
  /** Sends what is not saved yet. @returns whether all of it is */
  flush: () => Promise<boolean>
  onClose: () => void
}

/** The draft as readers would get it now, at the width of a desktop or of a phone. */
export function PreviewDialog({ what, note, src, flush, onClose }: Props) {
  const [width, setWidth] = useState<Width>(() => (window.innerWidth > 640 ? 'desktop' : 'phone'))
  const [state, setState] = useState<'saving' | 'ready' | 'unsaved'>('saving')
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
          <Switch
            legend="Width"
            choices={{ desktop: 'Desktop', phone: 'Phone' }}
            value={width}
            onChange={setWidth}
            className="me-auto"
          />
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
      {state !== 'saving' && <SiteFrame title={`The ${what} at ${widths[width]} pixels`} src={src} width={width} />}
    </Dialog>
  )
}
