import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { parseCursor } from '#lib/site/cursor'
import { loadFront } from '#lib/site/front/load'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listTopic } from '#lib/site/queries/lists'
import { findTopic } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { FrontView } from '#lib/site/view/front'
import { JsonLd } from '#lib/site/view/json-ld'
import { Pager } from '#lib/site/view/pager'
import { Empty, PlaceTitle } from '#lib/site/view/place'
import { River } from '#lib/site/view/river'

type Props = ListProps<{ slug: string }>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, topic, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const path = `/topics/${topic.slug}${before ? `?before=${before}` : ''}`
  return pageTags(paper, { title: topic.name, description: t.onTopic(topic.name), path })
}

export default async function TopicPage({ params, searchParams }: Props) {
  const [{ paper, t, on, now }, topic, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const { cards, next } = await listTopic(topic.id, before)
  const path = `/topics/${topic.slug}`
  const front = parseCursor(before) || !cards.length ? undefined : await loadFront(`topic:${topic.id}`)
  return (
    <SitePage>
      <JsonLd
        value={breadcrumbs(paper, [
          [paper.name, '/'],
          [t.topics, '/topics'],
          [topic.name, path],
        ])}
      />
      <div className="wrap">
        <PlaceTitle title={topic.name} />
        {cards.length === 0 && <Empty so={t.emptyTopic(topic.name)} />}
      </div>
      {front && <FrontView front={front} setting={{ t, on, now }} />}
      <div className="wrap">
        <River
          cards={cards.filter(({ id }) => !front?.shown.has(id))}
          seen={front?.pictures}
          now={now}
          t={t}
          on={on}
          over="section"
        />
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
  return (await findTopic((await params).slug)) ?? notFound()
}
