import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontAndRiver } from '#lib/site/front-and-river'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listTopic } from '#lib/site/queries/lists'
import { findTopic } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { JsonLd } from '#lib/site/view/json-ld'
import { Empty, PlaceTitle } from '#lib/site/view/place'

type Props = ListProps<{ slug: string }>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, topic, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const path = `/topics/${topic.slug}${before ? `?before=${before}` : ''}`
  return pageTags(paper, { title: topic.name, description: t.onTopic(topic.name), path })
}

export default async function TopicPage({ params, searchParams }: Props) {
  const [{ paper, t }, topic, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const page = await listTopic(topic.id, before)
  const path = `/topics/${topic.slug}`
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
      </div>
      <FrontAndRiver id={`topic:${topic.id}`} path={path} page={page} before={before} over="section">
        <Empty so={t.emptyTopic(topic.name)} />
      </FrontAndRiver>
    </SitePage>
  )
}

async function load(params: Props['params']) {
  return (await findTopic((await params).slug)) ?? notFound()
}
