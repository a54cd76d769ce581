'use client'

import { useId } from 'react'

import { actOf, wordsOf } from '#lib/suggestion/cards'
import { attributesOf, placeTold } from '#lib/suggestion/tell'
import { Avatar } from '#lib/ui/avatar'
import { Button } from '#lib/ui/button'
import { Kbd } from '#lib/ui/kbd'
import type { Suggestion } from './open'
import { Words } from './words'

type Props = {
  suggestion: Suggestion
  current: boolean
  busy: boolean
  /** Whether it is one's own and one only suggests: then it can be taken back, and nothing else. */
  own: boolean
  onFocus: () => void
  onAccept: () => void
  onReject: () => void
}

/** One suggestion: by whom, where, what it says otherwise, and what can be done. */
export function SuggestionCard({ suggestion, current, busy, own, onFocus, onAccept, onReject }: Props) {
  const { name, card } = suggestion
  const id = useId()
  const [was, is] = [wordsOf(card, 'was'), wordsOf(card, 'is')]
  const attributes = card.hunks.flatMap(attributesOf)
  const act = actOf(card)
  return (
    <li
      tabIndex={-1}
      aria-labelledby={id}
      aria-current={current || undefined}
      onFocus={onFocus}
      className="border-b border-s-3 border-line border-s-transparent px-4 py-3 -outline-offset-2 aria-[current]:border-s-accent aria-[current]:bg-surface"
    >
      <h3 id={id} className="flex items-center gap-2">
        {!own && <Avatar name={name} named={false} />}
        {!own && <b className="font-semibold">{name}</b>}
        <span className="text-quiet">
          {placeTold(card.hunks[0]!)} {act}
        </span>
      </h3>
      {was !== is && (
        <p className="mt-1.5 font-text text-[15px]/[22px] whitespace-pre-line wrap-anywhere">
          <Words was={was} is={is} />
        </p>
      )}
      {attributes.map((attribute) => (
        <p key={attribute.name} className="mt-1 text-muted">
          {attribute.name}: <del className="bg-del decoration-withdrawn">{attribute.was}</del>{' '}
          <ins className="bg-ins decoration-live">{attribute.is}</ins>
        </p>
      ))}
      {was === is && attributes.length === 0 && (
        <p className="mt-1 text-muted">{silent[act] ?? 'Same words; bold, italics or links differ.'}</p>
      )}
      <p className="mt-2 flex flex-wrap gap-1.5">
        {own ? (
          <Button small onClick={onReject} aria-disabled={busy}>
            Take back {current && <Kbd>R</Kbd>}
          </Button>
        ) : (
          <>
            <Button small onClick={onAccept} aria-disabled={busy}>
              Accept {current && <Kbd>A</Kbd>}
            </Button>
            <Button small onClick={onReject} aria-disabled={busy}>
              Reject {current && <Kbd>R</Kbd>}
            </Button>
          </>
        )}
      </p>
    </li>
  )
}

const silent: Partial<Record<ReturnType<typeof actOf>, string>> = {
  added: 'A block without words.',
  removed: 'It has no words.',
  moved: 'To another place.',
}
