'use client'

import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'

import type { Keeper } from '#app/(newsroom)/desk/draft/keeper'
import { AtOnce } from '#app/(newsroom)/desk/stories/[id]/text/at-once'
import { BodyKeys } from '#app/(newsroom)/desk/stories/[id]/text/body-keys'
import { BodyPaste } from '#app/(newsroom)/desk/stories/[id]/text/body-paste'
import { box, ownIds, placeholder, quiet } from '#app/(newsroom)/desk/stories/[id]/text/editor-base'
import { Links } from '#app/(newsroom)/desk/stories/[id]/text/links/links'
import { Markdown } from '#app/(newsroom)/desk/stories/[id]/text/markdown'
import { MenuKeys } from '#app/(newsroom)/desk/stories/[id]/text/menus/menu-keys'
import { ScreenKeys } from '#app/(newsroom)/desk/stories/[id]/text/screen-keys'
import { SmartTyping } from '#app/(newsroom)/desk/stories/[id]/text/smart-typing'
import { TableKeys } from '#app/(newsroom)/desk/stories/[id]/text/table/table-keys'
import { WayOut } from '#app/(newsroom)/desk/stories/[id]/text/way-out'
import { withView } from '#app/(newsroom)/desk/stories/[id]/text/with-view'
import { typesPlainly } from '#app/(newsroom)/plain-typing'
import type { PageContent } from '#lib/page/content'
import { pageExtensions } from '#lib/page/document'
import { mergePages } from '#lib/page/merge'
import type { PageNow } from '#lib/page/queries/page'
import { same } from '#lib/same'
import { identified } from '#lib/story/document/extensions'

import { bodyOf, docOf, showBody } from './show-body'

type Options = {
  keeper: Keeper<PageContent, PageNow>
  me: string
  /** The newsroom's. */
  zone: string
  /** What the page is written in. */
  language: string
  onLink: () => void
  onNote: (note: string) => void
  /** Files were dropped or pasted; `at` is where in the text, or undefined for where the caret is. */
  onFiles: (files: File[], at?: number) => void
  /** To the field before the text. */
  onLeave: () => void
}

/** The editor of a page's text: what is typed goes to the keeper at once, and what the keeper joins with it comes back. */
export function useBody({ keeper, me, zone, language, ...on }: Options) {
  const hooks = useRef(on)
  hooks.current = on
  const editor = useEditor(
    {
      ...quiet,
      content: docOf(keeper.get().content.body),
      // Bare addresses become links; signs of Markdown are read by the paste, or stay.
      enablePasteRules: ['link'],
      extensions: [
        ...pageExtensions.map((extension) => withView(extension, '', zone)),
        ownIds(
          true,
          identified.filter((name) => pageExtensions.some((extension) => extension.name === name)),
        ),
        UndoRedo,
        AtOnce,
        ScreenKeys,
        SmartTyping.configure({ language, on: () => !typesPlainly(me) }),
        placeholder('Write, or paste. “/” offers quotes, lists and more.'),
        Dropcursor.configure({ color: false, class: 'drop-cursor' }),
        Gapcursor,
        Markdown,
        MenuKeys,
        TableKeys,
        WayOut,
        Links.configure({ origin: window.location.origin }),
        BodyPaste.configure({
          onNote: (note) => hooks.current.onNote(note),
          onFiles: (files, at) => hooks.current.onFiles(files, at),
        }),
        BodyKeys.configure({ onLink: () => hooks.current.onLink(), previous: () => hooks.current.onLeave() }),
      ],
      editorProps: { attributes: { ...box('Text', 'body', language), 'aria-multiline': 'true' } },
    },
    [keeper],
  )
  useEffect(() => {
    if (!editor) return
    /** What of the editor's the keeper has, with all that the editor shows of the keeper's. */
    let both = keeper.get().content.body
    const take = () => {
      const { content } = keeper.get()
      const mine = { ...content, body: bodyOf(editor) }
      if (same(mine.body, content.body)) return
      // What came while an input method was at work is not on the page yet.
      const joined = content.body === both ? mine : mergePages({ ...content, body: both }, mine, content).content
      both = mine.body
      keeper.change(joined, 'body')
    }
    const show = () => {
      const { body } = keeper.get().content
      if (body !== both && !editor.isDestroyed && showBody(editor, body)) both = body
    }
    editor.on('update', take)
    const stop = keeper.subscribe(show)
    const settled = () => setTimeout(show, 40)
    editor.view.dom.addEventListener('compositionend', settled)
    return () => {
      editor.off('update', take)
      stop()
    }
  }, [editor, keeper])
  return editor
}
