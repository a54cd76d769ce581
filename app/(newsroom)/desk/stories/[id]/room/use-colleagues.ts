'use client'

import { relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import { useEffect, useState } from 'react'
import * as Y from 'yjs'

import { type Part, parts } from '#lib/story/document/parts'

import { boundOf } from '../comments/places'
import type { Editors } from '../text/use-editors'
import type { Room } from './use-room'

/** Somebody else in the story, and where they were last. */
export type Colleague = { id: string; name: string; place?: { part: Part; pos: number; words: string } }

/** Who else is in the story and where; told a little after each change. */
export function useColleagues(room: Room | null, editors: Editors | null, me: string): Colleague[] {
  const [colleagues, setColleagues] = useState<Colleague[]>([])
  useEffect(() => {
    const awareness = room?.provider.awareness
    if (!awareness || !editors) return setColleagues([])
    // Who looks away from the text, as to a comment, is still where they were.
    const last = new Map<number, unknown>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      const found = new Map<string, Colleague>()
      for (const [client, state] of awareness.getStates()) {
        const { id, name } = (state.user ?? {}) as Partial<Colleague>
        if (state.cursor) last.set(client, state.cursor)
        if (client === awareness.clientID || !id || !name || id === me) continue
        const place = placeOf(last.get(client), editors)
        const known = found.get(id)
        found.set(id, { id, name, place: place ?? known?.place })
      }
      const next = [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
      setColleagues((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const later = () => (timer ??= setTimeout(look, 120))
    look()
    awareness.on('change', later)
    for (const part of parts) editors[part].on('update', later)
    return () => {
      clearTimeout(timer)
      awareness.off('change', later)
      for (const part of parts) editors[part].off('update', later)
    }
  }, [room, editors, me])
  return colleagues
}

/** Where a caret is; nowhere when it is none, as a browser says what it likes. */
function placeOf(cursor: unknown, editors: Editors): Colleague['place'] {
  for (const part of parts) {
    const bound = boundOf(editors, part)
    const head = (cursor as { head?: unknown } | undefined)?.head
    if (!bound || !head) continue
    try {
      const position = Y.createRelativePositionFromJSON(head)
      const at = relativePositionToAbsolutePosition(bound.ydoc, bound.type, position, bound.mapping as never)
      if (at === null) continue
      const pos = Math.min(at, bound.doc.content.size)
      const block = bound.doc.resolve(pos).node(1) ?? bound.doc.resolve(pos).nodeAfter
      return { part, pos, words: (block?.textContent ?? '').slice(0, 40) }
    } catch {
      return undefined
    }
  }
  return undefined
}

/** `at “The council does not dispute”`, `in the headline`. */
export function whereWords({ place }: Colleague): string {
  if (!place) return 'in this story'
  if (place.part !== 'body') return `in the ${place.part}`
  return place.words ? `at “${place.words.trim()}${place.words.length < 40 ? '' : '…'}”` : 'at an empty paragraph'
}

/** Puts one's own caret where a colleague is. */
export function goToColleague({ place }: Colleague, editors: Editors | null) {
  const editor = place && editors?.[place.part]
  if (!editor || editor.isDestroyed) return
  editor.commands.setTextSelection(Math.min(place.pos, editor.state.doc.content.size))
  editor.view.focus()
  const { node } = editor.view.domAtPos(editor.state.selection.from)
  ;(node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' })
}
