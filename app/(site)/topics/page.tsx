import type { Metadata } from 'next'

import { pageTags } from '#lib/site/metadata/tags'
import { listTopics } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { Empty, PlaceTitle } from '#lib/site/view/place'

export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.topics, description: t.topicsOf(paper.name), path: '/topics' })
}

export default async function TopicsPage() {
  const [{ t }, topics] = await Promise.all([settings(), listTopics()])
  return (
    <SitePage>
      <div className="wrap">
        <PlaceTitle title={t.topics} />
        {topics.length === 0 && <Empty so={t.noTopics} />}
        <ul className="index">
          {topics.map((topic) => (
            <li key={topic.id}>
              <a href={`/topics/${topic.slug}`}>{topic.name}</a>
              <span className="count">{t.stories(topic.stories)}</span>
            </li>
          ))}
        </ul>
      </div>
    </SitePage>
  )
}
