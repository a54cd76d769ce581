'use client'

import type { ComponentProps, ReactNode } from 'react'

import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import type { Paper, PlanProps, StoryProps } from '../props'
import { hour, when } from '../when'
import { Pinned } from './pinned'

/** What of the plans one wants to set or change. */
export type PlanAsked = 'publish-time' | 'expiry' | 'embargo' | 'lift' | 'take-off-publish' | 'take-off-expiry'

type Props = {
  story: StoryProps
  paper: Paper
  /** For what is pinned: the story as it stands here. */
  pinned: Omit<ComponentProps<typeof Pinned>, 'plan' | 'may' | 'onPublish'>
  onAsk: (what: PlanAsked) => void
  onPublish: () => void
}

/** What waits for its hour, what did not come about, and the embargo. */
export function PlansNow({ story, paper, pinned, onAsk, onPublish }: Props) {
  const { publish, withdraw, embargo, trouble, held, may } = story.plans
  const mayEmbargo = may.embargo && !story.live && !story.spiked
  return (
    <div className="grid gap-2.5">
      {held && (
        <Notice tone="warning" title="The server’s clock has jumped. This waits.">
          Until it is back, or an editor says that it is right, on{' '}
          <a href="/desk" className="underline">
            My desk
          </a>
          .
        </Notice>
      )}
      {trouble && (
        <Notice title={trouble.act === 'publish' ? 'It was not published at its hour.' : 'It did not expire.'}>
          {hour(trouble.at, paper)}: {trouble.fault}
        </Notice>
      )}
      {publish && (
        <Plan name="Scheduled" plan={publish} paper={paper}>
          <Pinned {...pinned} plan={publish} may={may.change} onPublish={onPublish} />
          {may.change && (
            <Acts>
              <Button small onClick={() => onAsk('publish-time')}>
                Change the hour…
              </Button>
              <Button small onClick={() => onAsk('take-off-publish')}>
                Take off…
              </Button>
            </Acts>
          )}
        </Plan>
      )}
      {withdraw && (
        <Plan name="Expires" plan={withdraw} paper={paper}>
          {may.schedule && (
            <Acts>
              <Button small onClick={() => onAsk('expiry')}>
                Change the hour…
              </Button>
              <Button small onClick={() => onAsk('take-off-expiry')}>
                Take off…
              </Button>
            </Acts>
          )}
        </Plan>
      )}
      {embargo && (
        <div>
          <p className="font-medium text-review">
            Embargo {embargo.until === null ? 'until it is lifted' : `until ${hour(embargo.until.at, paper)}`}
          </p>
          <p className="text-muted">
            {ended(embargo.why)} Set by {embargo.by}. It publishes nothing by itself.
          </p>
          {(mayEmbargo || may.lift) && (
            <Acts>
              {mayEmbargo && (
                <Button small onClick={() => onAsk('embargo')}>
                  Change it…
                </Button>
              )}
              {may.lift && (
                <Button small onClick={() => onAsk('lift')}>
                  Lift it…
                </Button>
              )}
            </Acts>
          )}
        </div>
      )}
    </div>
  )
}

/** With its full stop, where another sentence follows. */
const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

const Acts = ({ children }: { children: ReactNode }) => <div className="mt-1 flex flex-wrap gap-1.5">{children}</div>

function Plan({ name, plan, paper, children }: { name: string; plan: PlanProps; paper: Paper; children: ReactNode }) {
  return (
    <div>
      <p className={`font-medium ${plan.late ? 'text-changes' : 'text-scheduled'}`}>
        {name} {hour(plan.at, paper)}
        {plan.late && ', late'}
      </p>
      <p className="text-muted">
        Set by {plan.by}, {when(plan.setAt, paper)}.
        {!plan.here && ` ${plan.by} is no longer here; it is done all the same.`}
      </p>
      {children}
    </div>
  )
}
