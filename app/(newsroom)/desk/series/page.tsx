import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'

import { Frame } from '#app/(newsroom)/frame'
import { Panel, Part } from '#app/(newsroom)/panel'
import { mayEditSeries } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { listSeries } from '#lib/series/queries'
import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'

import { AddSeriesForm } from './add-series-form'
import { seriesAddress } from './address'
import { SeriesKeys } from './series-keys'
import { SeriesPanel } from './series-panel'
import { SeriesTable } from './series-table'

export const metadata: Metadata = { title: 'Series' }

const Asked = z.object({ id: z.string().max(40).optional().catch(undefined) })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Stories that belong together, for those who put them in order. */
export default async function SeriesPage({ searchParams }: Props) {
  const actor = await needActor()
  if (!mayEditSeries(actor)) notFound()
  const { id } = Asked.parse(await searchParams)
  const all = await listSeries(actor)
  const chosen = all.find((one) => one.id === id)
  const adding = id === 'new'
  return (
    <Frame
      at="series"
      title="Series"
      note="Stories in an order"
      acts={
        <Link href={seriesAddress('new')} className={buttonClass('primary')}>
          <Icon of={Plus} />
          Begin a series <Kbd>N</Kbd>
        </Link>
      }
      foot={
        <span className="flex items-center gap-1">
          <Kbd>J</Kbd> <Kbd>K</Kbd> move
        </span>
      }
    >
      <SeriesKeys ids={all.map((one) => one.id)} id={id} />
      <div className="flex min-h-0 flex-1">
        <div className={`min-w-0 flex-1 overflow-y-auto ${chosen || adding ? 'max-wide:hidden' : ''}`}>
          {all.length ? (
            <SeriesTable series={all} id={id} />
          ) : (
            <Empty title="No series yet.">
              A walk in five days, a trial in nine: their parts would stand here in order.
            </Empty>
          )}
        </div>
        {adding && (
          <Panel title="Begin a series" back={seriesAddress()} all="All series">
            <Part>
              <AddSeriesForm />
            </Part>
          </Panel>
        )}
        {chosen && <SeriesPanel series={chosen} />}
      </div>
    </Frame>
  )
}
