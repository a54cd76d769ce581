import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Frame } from '#app/(newsroom)/frame'
import { mayBreak } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { findBar, findToLead } from '#lib/breaking/queries'
import { localIn } from '#lib/settings/local-time'
import { findSettings } from '#lib/settings/queries'
import { longestBar } from '#lib/site/breaking'

import { BarForm } from './bar-form'
import { BarShown } from './bar-shown'

export const metadata: Metadata = { title: 'Breaking bar' }

/** `story`: the one that a new bar is to lead to. */
type Props = { searchParams: Promise<{ story?: string | string[] }> }

export default async function BreakingPage({ searchParams }: Props) {
  const actor = await needActor()
  if (!mayBreak(actor)) notFound()
  const [{ story }, { content, until, by, at, version }, { timezone }] = await Promise.all([
    searchParams,
    findBar(),
    findSettings(),
  ])
  const asked = typeof story === 'string' ? await findToLead(story) : undefined
  const leads = content?.story ? await findToLead(content.story) : undefined
  const link = leads?.path ?? content?.link ?? ''
  const now = new Date()
  return (
    <Frame at="breaking" title="Breaking bar" note="One line over every page of the paper">
      <div className="grid max-w-[640px] gap-8 px-4 py-5">
        <BarShown
          {...{ content, until, by, at, version, link, now }}
          gone={Boolean(content?.story) && !leads}
          zone={timezone}
        />
        <BarForm
          key={version}
          first={{
            text: asked?.headline.slice(0, longestBar) ?? content?.text ?? '',
            link: asked?.path ?? link,
            until: !asked && until ? { local: localIn(until, timezone), at: until.getTime() } : undefined,
            version,
          }}
          stands={content !== null}
          paper={{ timezone, now: now.getTime() }}
        />
      </div>
    </Frame>
  )
}
