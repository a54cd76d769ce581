import { Chip } from '#lib/ui/chip'

import { type Here, mediaAddress } from './address'

const words: [Here['show'], string][] = [
  [undefined, 'All'],
  ['live', 'Live'],
  ['unused', 'Unused'],
  ['expiring', 'About to expire'],
  ['expired', 'Expired'],
  ['no-alt', 'No alt text'],
]

/** The lists of the library; how much stands in the one that is shown. */
export function Chips({ here, count }: { here: Here; count: number }) {
  return (
    <nav aria-label="What of the library" className="contents">
      {words.map(([show, word]) => (
        <Chip key={word} href={mediaAddress({ ...here, show })} on={show === here.show}>
          {word} {show === here.show && <b>{many(count)}</b>}
        </Chip>
      ))}
    </nav>
  )
}

/** `86`, `1,000+` */
export const many = (count: number) => (count > 1000 ? '1,000+' : count.toLocaleString('en-GB'))
