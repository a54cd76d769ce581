import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { parseCursor } from '#lib/site/cursor'
import { loadFront } from '#lib/site/front/load'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listLatest, listSection } from '#lib/site/queries/lists'
import { findSection } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { topicsOfTheDay } from '#lib/site/topics-of-the-day'
import { colourOf } from '#lib/site/view/colour'
import { FrontView } from '#lib/site/view/front'
import { JsonLd } from '#lib/site/view/json-ld'
import { Pager } from '#lib/site/view/pager'
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
  const { cards, next } = await listSection(section.id, before)
  const path = `/${section.slug}`
  const front = parseCursor(before) || !cards.length ? undefined : await loadFront(`section:${section.id}`)
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
      </div>
      {front && <FrontView front={front} setting={{ t, on, now }} />}
      <div className="wrap">
        <River
          cards={cards.filter(({ id }) => !front?.shown.has(id))}
          seen={front?.pictures}
          now={now}
          t={t}
          on={on}
          over="topic"
        />
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
