'use client'

import { useEffect } from 'react'

import { takeAhead } from './ahead/take'
import { type Editors, type EditorsOptions, useEditors } from './use-editors'

type Props = EditorsOptions & {
  /** Told when the editors are made, to be put on the page, and again once they stand there. */
  onEditors: (editors: Editors | null, onPage: boolean) => void
}

/** Keeps the three editors as long as a room is open; a fresh room mounts a fresh host. */
export function EditorHost({ onEditors, ...options }: Props) {
  const editors = useEditors(options)
  const { headline, standfirst, body } = editors ?? {}
  useEffect(() => {
    if (!headline || !standfirst || !body) return
    const all = { headline, standfirst, body }
    const tell = () =>
      onEditors(
        all,
        Object.values(all).every((editor) => !editor.isDestroyed),
      )
    for (const editor of Object.values(all)) editor.on('mount', tell)
    let gone = false
    takeAhead(all, () => gone || tell())
    return () => {
      gone = true
      for (const editor of Object.values(all)) editor.off('mount', tell)
      onEditors(null, false)
    }
  }, [headline, standfirst, body, onEditors])
  const { editable } = options
  useEffect(() => {
    for (const editor of [headline, standfirst, body]) {
      if (!editor || editor.isEditable === editable) continue
      editor.setEditable(editable, false)
      // Menus and blocks look again at each transaction.
      if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
    }
  }, [headline, standfirst, body, editable])
  return null
}
