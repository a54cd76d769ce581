import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { parseCursor } from '#lib/site/cursor'
import { topicsOfTheDay } from '#lib/site/front/compose'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { picturesOnce } from '#lib/site/pictures-once'
import { listLatest, listSection } from '#lib/site/queries/lists'
import { findSection } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { colourOf } from '#lib/site/view/colour'
import { JsonLd } from '#lib/site/view/json-ld'
import { Pager } from '#lib/site/view/pager'
import { Empty, PlaceTitle } from '#lib/site/view/place'
import { River } from '#lib/site/view/river'
import { SectionFront, sectionFront } from '#lib/site/view/section-front'
import { TopicStrip } from '#lib/site/view/topic-strip'

type Props = ListProps<{ place: string }>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, section, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const path = `/${section.slug}${before ? `?before=${before}` : ''}`
  return pageTags(paper, { title: section.name, description: t.inSection(section.name), path })
}

export default async function SectionPage({ params, searchParams }: Props) {
  const [{ paper, t, on, now }, section, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const { cards: listed, next } = await listSection(section.id, before)
  const cards = picturesOnce(listed)
  const path = `/${section.slug}`
  const fronted = !parseCursor(before) && cards.length > 0
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
        <TopicStrip label={t.topics} topics={topicsOfTheDay(cards)} />
        {fronted && <SectionFront cards={cards} t={t} />}
        <River cards={fronted ? cards.slice(sectionFront(cards).shown) : cards} now={now} t={t} on={on} over="topic" />
        {cards.length === 0 && (
          <>
            <Empty so={t.emptySection(section.name)} would={t.emptySectionNext} />
            <River cards={await listLatest(8)} now={now} t={t} on={on} over="section" />
          </>
        )}
        <Pager
          label={t.pages}
          back={before ? [t.newest, path] : undefined}
          next={next ? [t.older, `${path}?before=${next}`] : undefined}
        />
      </div>
    </SitePage>
  )
}

async function load(params: Props['params']) {
  return (await findSection((await params).place)) ?? notFound()
}
