'use client'

import { Button } from '#lib/ui/button'
import { late } from '#lib/ui/late'

import { Section } from '../fields/field-parts'
import type { Paper, StoryProps } from '../props'
import type { PlansNow as Now } from './plans-now'

type Props = Parameters<typeof Now>[0] & { story: StoryProps; paper: Paper }

// Few stories wait for an hour.
const PlansNow = late(() => import('./plans-now').then((module) => module.PlansNow), { waits: 'Looking what waits…' })

/** What waits for its hour, what did not come about, and the embargo; what else one may plan. */
export function Plans(props: Props) {
  const { story, paper, onAsk } = props
  const { publish, withdraw, embargo, trouble, may } = story.plans
  const now = publish || withdraw || embargo || trouble
  const mayExpire = may.schedule && !story.spiked && !withdraw && (story.live !== null || publish !== null)
  const mayEmbargo = may.embargo && !story.live && !story.spiked && !embargo
  if (!now && !mayExpire && !mayEmbargo) return null
  return (
    <Section title="Times" end={<span className="font-normal text-quiet">{paper.timezone}</span>}>
      {now && <PlansNow {...props} />}
      <div className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
        {mayExpire && (
          <Button small onClick={() => onAsk('expiry')}>
            Let it expire…
          </Button>
        )}
        {mayEmbargo && (
          <Button small onClick={() => onAsk('embargo')}>
            Embargo…
          </Button>
        )}
      </div>
    </Section>
  )
}
