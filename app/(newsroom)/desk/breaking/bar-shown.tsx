import type { BarNow } from '#lib/breaking/queries'
import { hourIn } from '#lib/settings/time'

import { TakeDown } from './take-down'

type Props = BarNow & {
  /** Where it leads, or ''. */
  link: string
  /** Its story was taken down, and it with that. */
  gone: boolean
  zone: string
  now: Date
}

/** What readers have over every page now, and the act that takes it down. */
export function BarShown({ content, until, by, at, version, link, gone, zone, now }: Props) {
  if (!content || !at) return <p className="text-muted">Nothing stands over the pages now.</p>
  return (
    <section aria-labelledby="now" className="grid gap-2">
      <h2 id="now" className="text-title font-semibold">
        {gone ? 'Set, but not shown' : 'Readers see it now'}
      </h2>
      <p className="rounded-control bg-live px-3 py-2 font-semibold text-raised">
        {content.text} {link && <span className="font-normal">({link})</span>}
      </p>
      <p className="text-muted">
        Set {hourIn(at, zone, now)}
        {by && ` by ${by}`}.{' '}
        {until ? `It goes by itself ${hourIn(until, zone, now)}.` : 'It stays until it is taken down.'}
        {gone && ' Readers do not have the story that it leads to, so they do not have the bar.'}
      </p>
      <TakeDown version={version} />
    </section>
  )
}
