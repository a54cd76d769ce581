'use client'

import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Dropcursor, Gapcursor } from '@tiptap/extensions'
import { type Editor, type Extensions, useEditor } from '@tiptap/react'
import { useMemo, useRef } from 'react'

import { typesPlainly } from '#app/(newsroom)/plain-typing'
import { bodyExtensions, lineExtensions } from '#lib/story/document/extensions'
import { CommentMarks } from '../comments/comment-marks'
import type { Me } from '../props'
import type { Room } from '../room/use-room'
import { SuggestionMarks } from '../suggestions/suggestion-marks'
import { AtOnce } from './at-once'
import { BlockMarks } from './block-marks'
import { BodyKeys } from './body-keys'
import { BodyPaste, type Pasted } from './body-paste'
import { caret, selected } from './caret'
import { CaretBlock } from './caret-block'
import { Composition } from './composition'
import { box, ownIds, placeholder, quiet } from './editor-base'
import { LineKeys } from './line-keys'
import { Links } from './links/links'
import { Markdown } from './markdown'
import { MenuKeys } from './menus/menu-keys'
import { OwnCaret } from './own-caret'
import { ReadOnly } from './read-only'
import { ScreenKeys } from './screen-keys'
import { SmartTyping } from './smart-typing'
import { TableKeys } from './table/table-keys'
import { WayOut } from './way-out'
import { withView } from './with-view'

export type Editors = { headline: Editor; standfirst: Editor; body: Editor }
export type EditorsOptions = {
  room: Room
  story: string
  /** The newsroom's. */
  zone: string
  me: Me
  /** What the story is written in, as BCP 47 says it. */
  language: string
  editable: boolean
  onLink: () => void
  onLongPaste: (pasted: Pasted) => void
  onPasteNote: (note: string) => void
  onFiles: (files: File[], at?: number) => void
  /** A suggestion was clicked where it is drawn. */
  onPick: (suggestion: string) => void
  /** Told when words that are commented on are clicked. */
  onThread: (thread: string) => void
}

/** Three editors on one document; each writes into its own part of it. They exist once the page stands in a browser. */
export function useEditors({ room, story, zone, me, language, editable, ...on }: EditorsOptions): Editors | null {
  const made = useRef<Partial<Editors>>({})
  const hooks = useRef(on)
  hooks.current = on
  const go = (name: keyof Editors, place: 'start' | 'end') => () => void made.current[name]?.commands.focus(place)
  const shared = useMemo(
    () =>
      (field: keyof Editors): Extensions => [
        Collaboration.configure({ document: room.ydoc, field, provider: room.provider }),
        CollaborationCaret.configure({
          provider: room.provider,
          user: { name: me.name, id: me.id },
          render: caret,
          selectionRender: selected,
        }),
        BlockMarks,
        SuggestionMarks.configure({ onPick: (suggestion) => hooks.current.onPick(suggestion) }),
        CommentMarks.configure({ onThread: (thread) => hooks.current.onThread(thread) }),
        AtOnce,
        OwnCaret,
        ReadOnly,
        ScreenKeys,
        Composition.configure({ pause: room.pause }),
        SmartTyping.configure({ language, on: () => !typesPlainly(me.id) }),
      ],
    [room, me.name, me.id, language],
  )
  const headline = useEditor(
    {
      ...quiet,
      editable,
      extensions: [
        ...lineExtensions,
        ...shared('headline'),
        placeholder('Headline'),
        LineKeys.configure({ next: go('standfirst', 'start') }),
      ],
      editorProps: { attributes: box('Headline', 'headline', language) },
    },
    [room],
  )
  const standfirst = useEditor(
    {
      ...quiet,
      editable,
      extensions: [
        ...lineExtensions,
        ...shared('standfirst'),
        placeholder('No standfirst yet'),
        LineKeys.configure({ next: go('body', 'start'), previous: go('headline', 'end') }),
      ],
      editorProps: { attributes: box('Standfirst', 'standfirst', language) },
    },
    [room],
  )
  const body = useEditor(
    {
      ...quiet,
      editable,
      // Bare addresses become links; signs of Markdown are read by the paste, or stay.
      enablePasteRules: ['link'],
      extensions: [
        ...bodyExtensions.map((extension) => withView(extension, story, zone)),
        ...shared('body'),
        ownIds(editable),
        placeholder('Write, or paste. “/” offers quotes, lists and more.'),
        Dropcursor.configure({ color: false, class: 'drop-cursor' }),
        Gapcursor,
        CaretBlock,
        Markdown,
        MenuKeys,
        TableKeys,
        WayOut,
        Links.configure({ origin: window.location.origin }),
        BodyPaste.configure({
          onLong: (pasted) => hooks.current.onLongPaste(pasted),
          onNote: (note) => hooks.current.onPasteNote(note),
          onFiles: (files, at) => hooks.current.onFiles(files, at),
        }),
        BodyKeys.configure({ onLink: () => hooks.current.onLink(), previous: go('standfirst', 'end') }),
      ],
      editorProps: { attributes: { ...box('Text', 'body', language), 'aria-multiline': 'true' } },
    },
    [room],
  )
  made.current = { headline: headline ?? undefined, standfirst: standfirst ?? undefined, body: body ?? undefined }
  return headline && standfirst && body ? { headline, standfirst, body } : null
}
