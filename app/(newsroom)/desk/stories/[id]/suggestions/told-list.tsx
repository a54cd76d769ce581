'use client'

import { wordsOf } from '#lib/suggestion/cards'
import type { Told } from '#lib/suggestion/queries'
import { placeTold } from '#lib/suggestion/tell'
import { Button } from '#lib/ui/button'

import { Words } from './words'

/** What became of suggestions: accepted, rejected, or gone with the paragraph that they stood in. */
export function ToldList({ told, me, onPutAside }: { told: Told[]; me: string; onPutAside: (ids: string[]) => void }) {
  if (!told.length) return null
  return (
    <section aria-label="What became of suggestions" className="border-b border-line px-4 py-3">
      <h3 className="flex items-center font-semibold">
        What became of them
        <Button small tone="ghost" className="ms-auto" onClick={() => onPutAside(told.map(({ id }) => id))}>
          Put aside
        </Button>
      </h3>
      <ul className="grid gap-2.5">
        {told.map((one) => (
          <li key={one.id}>
            <p className={one.outcome === 'lost' ? 'font-medium text-changes' : 'text-muted'}>{said(one, me)}</p>
            <p className="font-text text-[15px]/[22px] whitespace-pre-line wrap-anywhere">
              <Words was={wordsOf(one.card, 'was')} is={wordsOf(one.card, 'is')} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function said({ outcome, by, author, card }: Told, me: string): string {
  const place = placeTold(card.hunks[0]!)
  if (outcome === 'accepted') return `${place}: accepted by ${by ?? 'an editor'}`
  if (outcome === 'rejected') return `${place}: rejected by ${by ?? 'an editor'}`
  const whose = author.id === me ? 'Your suggestion' : `${author.name}’s suggestion`
  return `${whose} is gone: the paragraph was deleted`
}
