'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'

import { late } from '#lib/ui/late'

import { MEDIA_ASKED, type Wanted } from '../text/ask-media'

const InsertMedia = late(() => import('./insert-media').then((module) => module.InsertMedia), { over: true })

/** Opens when it is asked for. */
export function MediaAsked({ editor }: { editor: Editor }) {
  const [wanted, setWanted] = useState<Wanted>()
  useEffect(() => {
    if (editor.isDestroyed) return
    const { dom } = editor.view
    const ask = (event: Event) => setWanted(editor.isEditable ? (event as CustomEvent<Wanted>).detail : undefined)
    dom.addEventListener(MEDIA_ASKED, ask)
    return () => dom.removeEventListener(MEDIA_ASKED, ask)
  }, [editor])
  return wanted && <InsertMedia editor={editor} wanted={wanted} onClose={() => setWanted(undefined)} />
}
