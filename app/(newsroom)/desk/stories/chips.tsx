import { StateMark, type StoryState } from '#app/(newsroom)/state-mark'
import type { Show } from '#lib/story/queries/shown'
import { Chip } from '#lib/ui/chip'

import { type Here, storiesAddress } from './address'

const words: [Show, string, StoryState?][] = [
  ['all', 'All'],
  ['waiting', 'Waiting for me'],
  ['mine', 'Assigned to me'],
  ['own', 'My drafts'],
  ['draft', 'Draft', 'draft'],
  ['review', 'In review', 'review'],
  ['ready', 'Ready', 'ready'],
  ['scheduled', 'Scheduled', 'scheduled'],
  ['embargoed', 'Embargo'],
  ['live', 'Live', 'live'],
  ['changes', 'Changes wait', 'changes'],
  ['withdrawn', 'Withdrawn', 'withdrawn'],
  ['spiked', 'Spiked'],
]

/** The lists, each with how many stories it holds under the rest of the address. */
export function Chips({ here, counts }: { here: Here; counts: Record<Show, number> }) {
  return (
    <nav aria-label="Which stories" className="contents">
      {words.map(([show, word, state]) => (
        <Chip key={show} href={storiesAddress({ ...here, show })} on={show === here.show}>
          {state ? <StateMark state={state}>{word}</StateMark> : word} <b>{many(counts[show])}</b>
        </Chip>
      ))}
    </nav>
  )
}

/** `86`, `1,000+` */
export const many = (count: number) => (count > 1000 ? '1,000+' : count.toLocaleString('en-GB'))
