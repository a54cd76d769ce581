'use client'

import { ChooseDialog } from '#app/(newsroom)/desk/draft/choose-dialog'
import type { Conflict } from '#app/(newsroom)/desk/draft/keeper'
import type { PageContent } from '#lib/page/content'
import { fieldNames } from '#lib/page/merge'
import type { Block } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'
import { ORDER } from '#lib/three-way'

import type { PageHandle } from './screen'

type Props = { page: PageHandle; conflict: Conflict<PageContent>; onClose: () => void }

/** Two have changed the same: one chooses, field by field and block by block, whose stands. */
export function ConflictDialog({ page, conflict, onClose }: Props) {
  const nameOf = (id: string) => {
    if (id in fieldNames) return fieldNames[id as keyof typeof fieldNames]
    return id === ORDER ? 'The order of the text' : 'A passage of the text'
  }
  return (
    <ChooseDialog
      conflict={conflict}
      nameOf={nameOf}
      show={(side, id) => (
        <p className="whitespace-pre-line text-muted">{saidOf(side === 'mine' ? page.content : conflict.theirs, id)}</p>
      )}
      onChoose={page.keeper.resolve}
      onClose={onClose}
    />
  )
}

/** What one of the two made of it, in words. */
function saidOf(content: PageContent, id: string): string {
  if (id in fieldNames) return content[id as keyof typeof fieldNames] || 'Left empty.'
  const { content: blocks } = content.body
  const begins = blocks.map((block) => blockText(block).slice(0, 40)).filter(Boolean)
  if (id === ORDER) return begins.join(' · ')
  const block = blocks.find(({ attrs }) => attrs.id === id)
  return block ? blockText(block) || shownWord(block) : 'Taken out.'
}

/** What a passage without words is. */
function shownWord({ type }: Block): string {
  if (type === 'image') return 'A picture.'
  if (type === 'gallery') return 'A gallery.'
  return type === 'clip' ? 'A film or sound.' : 'Left empty.'
}
