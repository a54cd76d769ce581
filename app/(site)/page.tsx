import type { Metadata } from 'next'

import { loadFront } from '#lib/site/front/load'
import { website } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listFreshCorrections } from '#lib/site/queries/corrections'
import { listLatest } from '#lib/site/queries/lists'
import { SitePage, settings } from '#lib/site/site-page'
import { longDate } from '#lib/site/time'
import { topicsOfTheDay } from '#lib/site/topics-of-the-day'
import { FreshCorrections } from '#lib/site/view/corrections'
import { FrontView } from '#lib/site/view/front'
import { JsonLd } from '#lib/site/view/json-ld'
import { Empty } from '#lib/site/view/place'
import { TopicStrip } from '#lib/site/view/topic-strip'

export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: '', description: t.about(paper.name), path: '/' })
}

export default async function Home() {
  const { paper, t, on, now } = await settings()
  const latest = await listLatest(40)
  const [front, fresh] = await Promise.all([loadFront('home'), listFreshCorrections(Date.now())])
  return (
    <SitePage current="home">
      <JsonLd value={website(paper)} />
      <h1 className="sr-only">
        {paper.name}, {longDate(now, on)}
      </h1>
      <div className="wrap">
        <TopicStrip label={t.topics} topics={topicsOfTheDay(latest)} />
        {front.parts.length === 0 && <Empty so={t.emptyPaper} would={t.emptyPaperNext} />}
      </div>
      <FrontView front={front} setting={{ t, on, now }} />
      <FreshCorrections corrections={fresh} t={t} />
    </SitePage>
  )
}
