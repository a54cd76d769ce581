import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { cardsOf } from '#lib/site/queries/cards'
import { findSeries } from '#lib/site/queries/series'
import { SitePage, settings } from '#lib/site/site-page'
import { JsonLd } from '#lib/site/view/json-ld'
import { PlaceTitle } from '#lib/site/view/place'
import { PartList, seriesPath } from '#lib/site/view/series'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ paper, t }, series] = await Promise.all([settings(), load(params)])
  const description = series.standfirst || t.series.of(series.name, series.parts.length)
  return pageTags(paper, { title: series.name, description, path: seriesPath(series) })
}

export default async function SeriesPage({ params }: Props) {
  const [{ paper, t, on }, series] = await Promise.all([settings(), load(params)])
  const cards = await cardsOf(series.parts)
  return (
    <SitePage>
      <JsonLd
        value={breadcrumbs(paper, [
          [paper.name, '/'],
          [series.name, seriesPath(series)],
        ])}
      />
      <div className="wrap">
        <PlaceTitle title={series.name}>{series.standfirst && <p>{series.standfirst}</p>}</PlaceTitle>
        <PartList cards={cards} t={t} on={on} />
      </div>
    </SitePage>
  )
}

async function load(params: Props['params']) {
  return (await findSeries((await params).slug)) ?? notFound()
}
