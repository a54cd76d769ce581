'use client'

import pLimit from 'p-limit'
import { useEffect, useRef, useState } from 'react'

import { isRefusal, Refusal } from '#lib/errors'
import type { Shown } from '#lib/media/known'
import { startUpload } from '#lib/media/uploads/client'
import { Button } from '#lib/ui/button'

import { findUsedAction } from './actions'
import { useLibrary } from './library'

type Item = {
  key: string
  file: File
  /** Of its bytes; 1 while the library looks at it. */
  share: number
  refused?: string
  stop: () => void
  again: () => void
}

/** At once: of more, each would take longer, and none of them come. */
const queued = pLimit(3)

/** Files on their way into the library, and those that it did not take; each goes to its place when it is there. */
export function UploadTray() {
  const { story, ask, batches } = useLibrary()
  const [items, setItems] = useState<Item[]>([])
  const begun = useRef(new Set<number>())

  const change = (key: string, to: Partial<Item>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...to } : item)))
  const drop = (key: string) => setItems((now) => now.filter((item) => item.key !== key))

  const send = (key: string, file: File, put: (media: Shown) => void) => {
    const control = new AbortController()
    const again = () => {
      drop(key)
      send(key, file, put)
    }
    setItems((now) => [...now, { key, file, share: 0, again, stop: () => control.abort() }])
    const run = async () => {
      control.signal.throwIfAborted()
      const onProgress = (sent: number, total: number) => change(key, { share: total ? sent / total : 0 })
      const { media } = await startUpload(file, { story, onProgress, signal: control.signal })
      const state = await findUsedAction(story, [media])
      const [shown] = (state?.ok ? state.detail : []) as Shown[]
      if (!shown) throw new Refusal('busy', 'It is in the library now, but did not come into its place here.')
      ask(media)
      put(shown)
    }
    queued(run).then(
      () => drop(key),
      (error: unknown) => (control.signal.aborted ? drop(key) : change(key, { refused: wordsOf(error) })),
    )
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each batch is begun once
  useEffect(() => {
    for (const { key, files, put } of batches) {
      if (begun.current.has(key)) continue
      begun.current.add(key)
      for (const [index, file] of files.entries()) send(`${key} ${index}`, file, (media) => put(media, index))
    }
  }, [batches])

  const busy = items.some(({ refused }) => refused === undefined)
  useEffect(() => {
    if (!busy) return
    const closing = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', closing)
    return () => window.removeEventListener('beforeunload', closing)
  }, [busy])

  return (
    <ul aria-label="Files on their way" className="upload-tray" hidden={!items.length}>
      {items.map((item) => (
        <li key={item.key} className="file-said" data-refused={item.refused !== undefined || undefined}>
          {item.refused === undefined ? <Going {...item} /> : <Refused {...item} onClose={() => drop(item.key)} />}
        </li>
      ))}
    </ul>
  )
}

function Going({ file, share, stop }: Item) {
  return (
    <>
      <p>{share < 1 ? `Sending ${file.name}` : `The library looks at ${file.name}`}</p>
      <progress aria-label={file.name} max={1} value={share < 1 ? share : undefined} />
      <Button small onClick={stop}>
        Cancel
      </Button>
    </>
  )
}

function Refused({ file, refused, again, onClose }: Item & { onClose: () => void }) {
  return (
    <>
      <p role="alert">
        <b>{file.name}</b> did not come in. {refused}
      </p>
      <Button small onClick={again}>
        Try again
      </Button>
      <Button small tone="ghost" onClick={onClose}>
        Close
      </Button>
    </>
  )
}

const wordsOf = (error: unknown) =>
  isRefusal(error) ? error.message : 'The server was not reached. Try again when it is.'
