'use client'

import './library.css'

import { type DragEvent, useState } from 'react'
import { lengthOf } from '#app/(newsroom)/desk/media/length'
import { Thumb } from '#app/(newsroom)/desk/media/thumb'
import { pictureTypes, recordingTypes } from '#app/(newsroom)/desk/media/upload/accepted'
import type { MediaKind } from '#lib/media/kinds'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'
import { chooseFile } from '../paste/choose-file'
import { type Found, useSearch } from './use-search'

type Props = {
  title: string
  /** Films and sounds instead of pictures. */
  recordings?: boolean
  several?: boolean
  onChoose: (found: Found[]) => void
  /** Files are to go into the library, and to the same place. */
  onUpload: (files: File[]) => void
  onClose: () => void
}

/** What the library has, newest first, to be chosen from; or files that are not in it yet. */
export function LibraryDialog({ title, recordings = false, several = false, onChoose, onUpload, onClose }: Props) {
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<MediaKind>(recordings ? 'video' : 'picture')
  const [chosen, setChosen] = useState<Found[]>([])
  const { rows, more, problem } = useSearch(words, kind)
  const take = (found: Found[]) => {
    onClose()
    onChoose(found)
  }
  const pick = (one: Found) => {
    if (!several) return take([one])
    const has = chosen.some(({ id }) => id === one.id)
    setChosen(has ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one])
  }
  const send = (files: File[]) => {
    if (!files.length) return
    onClose()
    onUpload(several ? files : files.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    // The story behind the dialog would take it, too.
    event.stopPropagation()
    send([...event.dataTransfer.files])
  }
  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            className="me-auto"
            onClick={() => chooseFile(send, recordings ? recordingTypes : pictureTypes, several)}
          >
            Upload…
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          {several && (
            <Button tone="primary" disabled={!chosen.length} onClick={() => take(chosen)}>
              {chosen.length > 1 ? `Put in ${chosen.length} pictures` : 'Put in the picture'}
            </Button>
          )}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; the button below does the same */}
      <div
        className="grid min-h-[52dvh] content-start gap-3"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-48 flex-1">
            <TextField
              label="Search the library"
              placeholder="Words of its name, caption, credit or keywords"
              autoComplete="off"
              data-first
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          </div>
          {recordings && <Kinds kind={kind} onChoose={setKind} />}
        </div>
        {problem && (
          <p role="alert" className="text-withdrawn">
            {problem}
          </p>
        )}
        {rows?.length === 0 && !problem && (
          <p className="text-muted">
            {words ? 'Nothing in the library has these words.' : 'Nothing of this kind is in the library yet.'}
          </p>
        )}
        <FoundList {...{ rows, kind, several, chosen }} onPick={pick} />
        {more && (
          <Button className="justify-self-start" onClick={more}>
            Show more
          </Button>
        )}
      </div>
    </Dialog>
  )
}

type ListProps = {
  rows: Found[] | undefined
  kind: MediaKind
  several: boolean
  chosen: Found[]
  onPick: (one: Found) => void
}

function FoundList({ rows, kind, several, chosen, onPick }: ListProps) {
  return (
    <ul className="library-grid" aria-label="The library" data-kind={kind}>
      {rows?.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            aria-pressed={several ? chosen.some(({ id }) => id === one.id) : undefined}
            onClick={() => onPick(one)}
          >
            <Thumb of={{ ...one, alt: '' }} />
            <b>{one.name}</b>
            <small>
              {one.barred && <span className="text-review">{one.barred} · </span>}
              {[one.seconds && lengthOf(one.seconds), one.caption || one.alt, one.by].find(Boolean)}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}

const kinds = { video: 'Films', audio: 'Sounds' } as const

function Kinds({ kind, onChoose }: { kind: MediaKind; onChoose: (kind: MediaKind) => void }) {
  return (
    <fieldset className="flex gap-1.5">
      <legend className="sr-only">Kind</legend>
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((one) => (
        <Button
          key={one}
          aria-pressed={kind === one}
          tone={kind === one ? 'plain' : 'ghost'}
          onClick={() => onChoose(one)}
        >
          {kinds[one]}
        </Button>
      ))}
    </fieldset>
  )
}
