import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontAndRiver } from '#lib/site/front-and-river'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listLatest, listSection } from '#lib/site/queries/lists'
import { findSection } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { topicsOfTheDay } from '#lib/site/topics-of-the-day'
import { colourOf } from '#lib/site/view/colour'
import { JsonLd } from '#lib/site/view/json-ld'
import { Empty, PlaceTitle } from '#lib/site/view/place'
import { River } from '#lib/site/view/river'
import { TopicStrip } from '#lib/site/view/topic-strip'

type Props = ListProps<{ place: string }>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, section, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const path = `/${section.slug}${before ? `?before=${before}` : ''}`
  return pageTags(paper, { title: section.name, description: t.inSection(section.name), path })
}

export default async function SectionPage({ params, searchParams }: Props) {
  const [{ paper, t, on, now }, section, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const page = await listSection(section.id, before)
  const path = `/${section.slug}`
  return (
    <SitePage current={section.id} className={colourOf(section)}>
      <JsonLd
        value={breadcrumbs(paper, [
          [paper.name, '/'],
          [section.name, path],
        ])}
      />
      <div className="wrap">
        <PlaceTitle title={section.name} />
        <TopicStrip label={t.topics} topics={topicsOfTheDay(page.cards)} />
      </div>
      <FrontAndRiver id={`section:${section.id}`} path={path} page={page} before={before} over="topic">
        <Empty so={t.emptySection(section.name)} would={t.emptySectionNext} />
        {page.cards.length === 0 && <River cards={await listLatest(8)} now={now} t={t} on={on} over="section" />}
      </FrontAndRiver>
    </SitePage>
  )
}

async function load(params: Props['params']) {
  return (await findSection((await params).place)) ?? notFound()
}
