'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useRef } from 'react'

import { Button } from '#lib/ui/button'

import type { FieldsHandle } from '../fields/use-fields'
import type { Named } from '../props'

type Props = { topic: Named; fields: FieldsHandle; editor: Editor; onDone: () => void }

/** A topic that the text now names and the story does not have yet. Alt F10 goes to it; Escape goes back to the text. */
export function TopicOffer({ topic, fields, editor, onDone }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const has = fields.values.topics.some(({ id }) => id === topic.id)
  useEffect(() => {
    if (has) onDone()
  }, [has, onDone])
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.altKey && event.key === 'F10' && editor.state.selection.empty)
        box.current?.querySelector('button')?.focus()
    }
    const { dom } = editor.view
    dom.addEventListener('keydown', onKey)
    return () => dom.removeEventListener('keydown', onKey)
  }, [editor])
  const done = () => {
    onDone()
    editor.commands.focus()
  }
  if (has) return null
  return (
    <div
      ref={box}
      role="status"
      onKeyDown={(event) => event.key === 'Escape' && done()}
      className="topic-offer sticky bottom-4 z-2 mx-auto flex w-fit max-w-[calc(100%-16px)] flex-wrap items-center gap-2 rounded-[8px] bg-raised py-1.5 ps-3 pe-1.5 font-desk text-base shadow-float max-phone:bottom-[124px]"
    >
      <span>“{topic.name}” is not among the story’s topics yet.</span>
      <Button
        small
        onClick={() => {
          fields.save('topics', [...fields.current().topics, { id: topic.id, name: topic.name }])
          done()
        }}
      >
        Add the topic
      </Button>
      <Button small tone="ghost" onClick={done}>
        Leave it
      </Button>
    </div>
  )
}
