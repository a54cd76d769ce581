import { Panel, Part } from '#app/(newsroom)/panel'
import type { DeskSeries } from '#lib/series/queries'

import { seriesAddress } from './address'
import { SeriesEnds } from './series-ends'
import { SeriesForm } from './series-form'

/** One series: what readers have of it, its draft, its end. */
export function SeriesPanel({ series }: { series: DeskSeries }) {
  const { id, name, slug, standfirst, version, live, waits } = series
  const parts = series.parts.map((part) => ({
    id: part.id,
    name: part.headline ?? 'A story that you may not read',
    state: part.state,
  }))
  const shown = live && parts.some(({ state }) => state === 'live')
  return (
    <Panel title={name} back={seriesAddress()} all="All series">
      <p className="border-b border-line px-4 pb-4 text-muted">
        {shown ? (
          <a href={`/series/${slug}`} className="text-accent hover:underline">
            /series/{slug}
          </a>
        ) : live ? (
          'Published. Readers get it once one of its parts is live.'
        ) : (
          'Only the desk sees this series.'
        )}
        {live && waits && <span className="ms-2 text-changes">The draft says something else.</span>}
      </p>
      <Part>
        <SeriesForm key={id} series={{ id, name, slug, standfirst, version, parts, live, waits }} />
      </Part>
      <Part>
        <SeriesEnds key={id} id={id} name={name} live={live} />
      </Part>
    </Panel>
  )
}
