'use client'

import type { Editor } from '@tiptap/react'
import { Hash, UserRound } from 'lucide-react'
import { useRef, useState } from 'react'

import { findMentionsAction, type Mention } from '../look-ups'
import { putMention, readMention } from './mention'
import { TypedMenu } from './typed-menu'

type Props = {
  editor: Editor
  /** Told what was put into the text. */
  onMention: (mention: Mention) => void
}

/** `@` and a name: a person with a page of theirs, or a topic, as words that lead to their page. */
export function MentionMenu({ editor, onMention }: Props) {
  const [known, setKnown] = useState<ReadonlyMap<string, Mention[]>>(new Map())
  const asked = useRef(new Set<string>())
  const ask = async (query: string) => {
    if (asked.current.has(query)) return
    asked.current.add(query)
    // Who cannot be asked offers nobody, and is asked again for the same words.
    const found = await findMentionsAction(query).catch(() => {
      asked.current.delete(query)
      return []
    })
    setKnown((known) => new Map(known).set(query, found))
  }
  return (
    <TypedMenu
      editor={editor}
      label="People and topics"
      read={readMention}
      find={(query) => known.get(query)?.map((one) => ({ ...one, glyph: one.kind === 'person' ? UserRound : Hash }))}
      ask={ask}
      onChoose={(mention, typed) => {
        putMention(editor, mention, typed)
        onMention(mention)
      }}
    />
  )
}
