'use client'

import { Upload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

import { accepted } from './accepted'
import { useUploads } from './uploads'

/** Takes files by the picker (on a phone, the camera too), dropped on the page, or pasted. */
export function AddFiles() {
  const { add } = useUploads()
  const input = useRef<HTMLInputElement>(null)
  const over = useDropped(add)
  useShortcuts({ n: () => input.current?.click() })
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        aria-label="Files for the library"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
      <Button tone="primary" onClick={() => input.current?.click()}>
        <Icon of={Upload} />
        Add files <Kbd>N</Kbd>
      </Button>
      {over && (
        <p className="pointer-events-none fixed inset-2 z-5 grid place-items-center rounded-dialog border-2 border-dashed border-accent bg-accent-wash/90 text-dialog font-semibold">
          Drop to add to the library
        </p>
      )}
    </>
  )
}

/** Files that are dropped on the page, or pasted where nobody types. @returns whether some are held over it */
function useDropped(add: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useRef(add)
  take.current = add
  useEffect(() => {
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const hold = (event: DragEvent) => {
      if (!holds(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!holds(event)) return
      event.preventDefault()
      setOver(false)
      take.current([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (!files.length) return
      event.preventDefault()
      take.current(files)
    }
    const listening = new AbortController()
    const { signal } = listening
    for (const name of ['dragenter', 'dragover'] as const) document.addEventListener(name, hold, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [])
  return over
}
