'use client'

import type { Node } from '@tiptap/pm/model'
import { useEffect, useState } from 'react'

import { type Block, type StoryDocument, schemaVersion } from '#lib/story/document/nodes'

import type { Editors } from './use-editors'

/** The text as it stands in the editors, told 200 ms after the last change; null until they are there. */
export function useText(editors: Editors | null): StoryDocument | null {
  const [text, setText] = useState<StoryDocument | null>(null)
  useEffect(() => {
    if (!editors) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => setText(textOf(editors))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, 200)
    }
    const all = Object.values(editors)
    for (const editor of all) editor.on('update', later)
    read()
    return () => {
      clearTimeout(timer)
      for (const editor of all) editor.off('update', later)
    }
  }, [editors])
  return text
}

/** Read now, for a decision that must not rest on what was there 200 ms ago. */
export function textOf({ headline, standfirst, body }: Editors): StoryDocument {
  const line = (editor: Editors['headline']) => editor.getText({ blockSeparator: ' ' }).trim()
  return {
    schema: schemaVersion,
    headline: line(headline),
    standfirst: line(standfirst),
    body: { type: 'doc', content: body.state.doc.children.map(blockOf) },
  }
}

const read = new WeakMap<Node, Block>()

/** A block that has not changed stays the same object, by which whoever reads the text knows that it is known. */
function blockOf(node: Node): Block {
  const block = read.get(node) ?? (node.toJSON() as Block)
  read.set(node, block)
  return block
}
