'use client'

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { Link2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'

import type { RelatedStory } from '#lib/story/document/nodes'
import { Button } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { TypeAhead } from '#lib/ui/type-ahead'

import { findStoriesAction } from '../look-ups'
import { useTarget } from './use-target'

/** "Also read": the target's headline as it is now, or the pasted line until somebody says which story it means. */
export function RelatedView({ node, editor, updateAttributes, deleteNode, selected, extension }: ReactNodeViewProps) {
  const { story, note } = node.attrs as RelatedStory['attrs']
  const [choosing, setChoosing] = useState(false)
  const target = useTarget(story)
  const own: string = extension.options.ownStory ?? ''
  const unmatched = story === ''
  const remove = () => {
    deleteNode()
    editor.commands.focus()
  }
  return (
    <NodeViewWrapper
      className={`my-3.5 rounded-control border bg-canvas px-3 py-2 font-desk text-base ${unmatched ? 'border-s-3 border-line border-s-review' : 'border-line'} ${selected ? 'outline-2 outline-offset-1 outline-accent' : ''}`}
      role="group"
      aria-label="Also read"
    >
      <div contentEditable={false} className="grid gap-1.5">
        <div className="flex flex-wrap items-center gap-2">
          <Icon of={unmatched ? TriangleAlert : Link2} className={unmatched ? 'text-review' : 'text-quiet'} />
          <span className="text-quiet">Also read</span>
          <b className="min-w-0 flex-1 basis-40 font-text text-[15px] font-normal">
            {unmatched ? note || <span className="text-quiet">No story chosen yet</span> : (target?.headline ?? '')}
          </b>
          {editor.isEditable && (
            <span className="ms-auto flex gap-1">
              <Button small tone="ghost" onClick={() => setChoosing(!choosing)} aria-expanded={choosing}>
                {unmatched ? 'Choose a story' : 'Change'}
              </Button>
              <Button small tone="ghost" onClick={remove}>
                Remove
              </Button>
            </span>
          )}
        </div>
        {unmatched && note !== '' && (
          <p className="text-label text-muted">
            It leads to no story of ours. Choose one or remove the line before publication.
          </p>
        )}
        {target && !target.live && (
          <p className="text-label text-muted">Readers do not have this story, so they will not see the line.</p>
        )}
        {(choosing || (unmatched && note === '')) && editor.isEditable && (
          <TypeAhead
            label="Story to read also"
            placeholder="Words of its headline"
            autoFocus={choosing}
            initial={note}
            empty="No live story has these words in its headline."
            find={(words) => findStoriesAction(words, own)}
            onChoose={(choice, rest) => {
              updateAttributes({ story: choice.id, note: '' })
              setChoosing(false)
              editor.commands.focus()
              if (rest) editor.view.dispatch(editor.state.tr.insertText(rest))
            }}
            onClose={() => {
              setChoosing(false)
              editor.commands.focus()
            }}
          />
        )}
      </div>
    </NodeViewWrapper>
  )
}
