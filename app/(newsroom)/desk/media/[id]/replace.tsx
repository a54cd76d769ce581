'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { isRefusal } from '#lib/errors'
import type { MediaKind } from '#lib/media/kinds'
import { startUpload } from '#lib/media/uploads/client'
import { Button } from '#lib/ui/button'

import { accepted } from '../upload/accepted'

type Props = { media: { id: string; version: number; kind: MediaKind; live: boolean } }

/** Puts another file in the place of the one that is there: stories keep it, as the same. */
export function Replace({ media: { id, version, kind, live } }: Props) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(undefined)
  const [sent, setSent] = useState<number>()
  const [told, tell] = useState<{ fault: boolean; message: string }>()
  const send = async (file: File) => {
    const stopping = new AbortController()
    stop.current = stopping
    setSent(0)
    tell(undefined)
    try {
      await startUpload(file, {
        replaces: { id, version },
        signal: stopping.signal,
        onProgress: (now, all) => setSent(Math.floor((100 * now) / (all || 1))),
      })
      tell({ fault: false, message: live ? 'Replaced. Readers see it now.' : 'Replaced.' })
    } catch (error) {
      if (!stopping.signal.aborted)
        tell({ fault: true, message: isRefusal(error) ? error.message : 'This file could not be sent.' })
    }
    setSent(undefined)
    // After a conflict, too: what stands now is what one must see.
    router.refresh()
  }
  return (
    <>
      <p className="text-muted">
        Another file takes its place in every story. What is said of it stays; crops that were drawn go.
      </p>
      {told && (
        <p role={told.fault ? 'alert' : 'status'} className={told.fault ? 'text-withdrawn' : 'font-medium'}>
          {told.message}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept={accepted
          .split(',')
          .filter((type) => type.startsWith(kind === 'picture' ? 'image/' : `${kind}/`))
          .join(',')}
        aria-label="File that takes its place"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void send(file)
        }}
      />
      <div className="flex items-center gap-3">
        {sent === undefined ? (
          <Button onClick={() => input.current?.click()}>Replace the file…</Button>
        ) : (
          <>
            <Button onClick={() => stop.current?.abort()}>Stop</Button>
            <progress aria-label="How much of it is there" value={sent} max={100} className="h-1 flex-1" />
            <span className="text-label text-quiet">{sent < 100 ? `${sent} %` : 'Being looked at'}</span>
          </>
        )}
      </div>
    </>
  )
}
