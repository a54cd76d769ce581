'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'

import { needsDoctor } from '#lib/checks/paste/needs-doctor'

import { useLibrary } from '../library/library'
import { isMediaFile } from '../library/media-files'
import { holdPlace } from '../media/held-place'
import { asOne } from '../text/as-one'
import type { Pasted } from '../text/body-paste'
import { anchorAt, insertBlocks } from './insert-blocks'
import { NotTaken } from './not-taken'
import type { Taken } from './read-file'

/** What stands below the text while a file is taken in, and after it. */
export type FileState =
  | { kind: 'busy'; name: string; share: number }
  | { kind: 'said' | 'refused'; text: string }
  | undefined

/** Most stories have no file dropped on them. */
const reader = () =>
  import('./read-file').catch(() => {
    throw new NotTaken('The server was not reached, so no file can be read. Try again when it is.')
  })

/** What went well is read by then, in milliseconds; what did not stays until it is closed. */
const longEnough = 12_000

type Options = {
  story: string
  body: Editor | undefined
  editable: boolean
  onLong: (pasted: Pasted) => void
  onSignedOut: () => void
}

/** Files that are dropped on the text or chosen for it, one after the other, each in one step that one undo takes back. */
export function useFiles({ story, body, editable, onLong, onSignedOut }: Options) {
  const [state, setState] = useState<FileState>()
  const { upload } = useLibrary()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const take = async (all: readonly File[], at?: number) => {
    if (!body || !editable) return setState({ kind: 'refused', text: 'This text is not yours to write in.' })
    const media = all.filter(isMediaFile)
    if (media.length) void toLibrary(body, media, at ?? body.state.selection.to)
    const files = all.filter((file) => !isMediaFile(file))
    if (!files.length) return
    if (running.current)
      return setState({ kind: 'refused', text: 'One file at a time: the one before is still coming.' })
    const control = new AbortController()
    running.current = control
    const said: string[] = []
    let anchor = anchorAt(body.state.doc, at ?? body.state.selection.to)
    try {
      for (const file of files) {
        const busy = (share: number) => setState({ kind: 'busy', name: file.name, share })
        busy(0)
        const { readFile } = await reader()
        const taken = await readFile(file, { story, onProgress: busy, signal: control.signal })
        if (!taken || body.isDestroyed) return setState(undefined)
        if (!taken.blocks.length) throw new NotTaken(`${file.name} holds no text.`)
        put(body, taken, anchor)
        anchor = taken.blocks.at(-1)?.attrs.id
        said.push([`${file.name} is in the text.`, ...taken.left].join(' '))
        if (taken.word || needsDoctor(taken.blocks)) onLong({ blocks: taken.blocks.length, shed: taken.shed })
      }
      setState({ kind: 'said', text: said.join(' ') })
    } catch (error) {
      const known = error instanceof NotTaken ? error : undefined
      if (known?.signedOut) onSignedOut()
      const text = known?.message ?? 'This file could not be read.'
      setState({ kind: 'refused', text: [...said, text].join(' ') })
    } finally {
      running.current = undefined
    }
  }

  /** Pictures, films and sounds go into the library, and from there to where they fell. */
  const toLibrary = async (editor: Editor, files: File[], at: number) => {
    const place = holdPlace(editor, at)
    const made = await import('../media/put-media').catch(() => undefined)
    if (made) upload(files, made.putIntoText(editor, place))
    else
      setState({ kind: 'refused', text: 'The server was not reached, so nothing can be sent. Try again when it is.' })
  }

  const latest = useRef(take)
  latest.current = take
  useEffect(() => takeDrops((files) => void latest.current(files)), [])
  useEffect(() => {
    if (state?.kind !== 'said') return
    const timer = setTimeout(() => setState((now) => (now === state ? undefined : now)), longEnough)
    return () => clearTimeout(timer)
  }, [state])

  return {
    state,
    take,
    /** Says something of a paste, while no file has the place. */
    say: (text: string) => {
      if (!running.current) setState({ kind: 'said', text })
    },
    cancel: () => running.current?.abort(),
    close: () => setState(undefined),
  }
}

/** A file that falls beside the text would lead the browser away from it: over the story it goes into the text. */
function takeDrops(onFiles: (files: File[]) => void): () => void {
  const overStory = ({ target }: Event) => target instanceof Element && target.closest('#sheet') !== null
  const onOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = overStory(event) ? 'copy' : 'none'
  }
  const onDrop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (!files.length) return
    // The body has put it where it fell; headline and standfirst would take it and do nothing.
    const taken = event.defaultPrevented && event.target instanceof Element && event.target.closest('.part-body')
    event.preventDefault()
    if (!taken && overStory(event)) onFiles(files)
  }
  window.addEventListener('dragover', onOver)
  window.addEventListener('drop', onDrop)
  return () => {
    window.removeEventListener('dragover', onOver)
    window.removeEventListener('drop', onDrop)
  }
}

function put(body: Editor, { blocks }: Taken, anchor: string | undefined) {
  asOne(body.view, () => body.view.dispatch(insertBlocks(body.state, blocks, anchor)))
  body.commands.focus()
}
