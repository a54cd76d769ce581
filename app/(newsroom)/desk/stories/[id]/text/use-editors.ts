'use client'

import { Collaboration, isChangeOrigin } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { UniqueID } from '@tiptap/extension-unique-id'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import { type Editor, type Extensions, ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import { useMemo, useRef } from 'react'

import { typesPlainly } from '#app/(newsroom)/plain-typing'
import { newId } from '#lib/id'
import { directionOf } from '#lib/site/direction'
import { bodyExtensions, identified, lineExtensions } from '#lib/story/document/extensions'
import { CommentMarks } from '../comments/comment-marks'
import { ClipView } from '../media/clip-view'
import { GalleryView } from '../media/gallery-view'
import { PictureView } from '../media/picture-view'
import type { Me } from '../props'
import type { Room } from '../room/use-room'
import { SuggestionMarks } from '../suggestions/suggestion-marks'
import { AtOnce } from './at-once'
import { BlockMarks } from './block-marks'
import { CorrectionView } from './blocks/correction-view'
import { EmbedView } from './blocks/embed-view'
import { FactBoxView } from './blocks/fact-box-view'
import { PullQuoteView } from './blocks/pull-quote-view'
import { QuoteView } from './blocks/quote-view'
import { RelatedView } from './blocks/related-view'
import { BodyKeys } from './body-keys'
import { BodyPaste, type Pasted } from './body-paste'
import { caret, selected } from './caret'
import { CaretBlock } from './caret-block'
import { Composition } from './composition'
import { LineKeys } from './line-keys'
import { Links } from './links/links'
import { Markdown } from './markdown'
import { MenuKeys } from './menus/menu-keys'
import { OwnCaret } from './own-caret'
import { ReadOnly } from './read-only'
import { ScreenKeys } from './screen-keys'
import { SmartTyping } from './smart-typing'
import { TableKeys } from './table/table-keys'
import { TableView } from './table/table-view'
import { WayOut } from './way-out'

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
        OwnIds.configure({
          attributeName: 'id',
          types: identified,
          generateID: () => newId(),
          filterTransaction: (tr) => !isChangeOrigin(tr),
          updateDocument: editable,
        }),
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

/** The schema has the attribute already, and takes no id of foreign HTML that is not fit. */
const OwnIds = UniqueID.extend({ addGlobalAttributes: () => [] })

/**
 * No render on the server, none at each keystroke, and no stylesheet from inside (the desk's policy forbids it). The
 * empty document until the room has come is given as a value: Tiptap's own is HTML text, which the policy forbids too.
 */
const quiet = {
  immediatelyRender: false,
  shouldRerenderOnTransaction: false,
  injectCSS: false,
  content: { type: 'doc', content: [{ type: 'paragraph' }] },
}

const placeholder = (text: string) =>
  Placeholder.configure({ placeholder: text, showOnlyCurrent: false, showOnlyWhenEditable: true })

/** The browser checks the spelling of the language that it is told. */
const box = (label: string, part: string, language: string) => ({
  role: 'textbox',
  'aria-label': label,
  class: `part-${part}`,
  lang: language,
  dir: directionOf(language),
  spellcheck: 'true',
})

function withView(extension: Extensions[number], ownStory: string, zone: string) {
  if (extension.name === 'embed')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView, { stopEvent }) })
  if (extension.name === 'table')
    return extension.extend({
      addNodeView: () => ReactNodeViewRenderer(TableView, { stopEvent, contentDOMElementTag: 'tbody' }),
    })
  if (extension.name === 'correction')
    return extension.extend({
      addOptions: () => ({ zone }),
      addNodeView: () => ReactNodeViewRenderer(CorrectionView, { stopEvent }),
    })
  if (extension.name === 'quote')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(QuoteView, { stopEvent }) })
  if (extension.name === 'pullQuote')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(PullQuoteView, { stopEvent }) })
  if (extension.name === 'factBox')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(FactBoxView, { stopEvent }) })
  if (extension.name === 'image')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(PictureView, { stopEvent }) })
  if (extension.name === 'gallery')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView, { stopEvent }) })
  if (extension.name === 'clip')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(ClipView, { stopEvent }) })
  if (extension.name === 'relatedStory')
    return extension.extend({
      addOptions: () => ({ ownStory }),
      addNodeView: () => ReactNodeViewRenderer(RelatedView, { stopEvent }),
    })
  return extension
}

/** Keys and clicks of a block's own fields and buttons are theirs, not the text's; files that fall on them are not. */
const stopEvent = ({ event }: { event: Event }) =>
  event.target instanceof HTMLElement &&
  !(event instanceof DragEvent && event.dataTransfer?.files.length) &&
  event.target.closest('[contenteditable=false] :is(a, button, input, select, audio, video, [role=option])') !== null
