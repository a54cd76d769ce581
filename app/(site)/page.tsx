import type { Metadata } from 'next'

import { compose, pickLead, topicsOfTheDay } from '#lib/site/front/compose'
import { website } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listFreshCorrections } from '#lib/site/queries/corrections'
import { listLatest, listSection } from '#lib/site/queries/lists'
import { listSections } from '#lib/site/queries/paper'
import { findStory } from '#lib/site/queries/story'
import { SitePage, settings } from '#lib/site/site-page'
import { longDate } from '#lib/site/time'
import { FreshCorrections } from '#lib/site/view/corrections'
import { FrontView } from '#lib/site/view/front'
import { JsonLd } from '#lib/site/view/json-ld'
import { Empty } from '#lib/site/view/place'
import { TopicStrip } from '#lib/site/view/topic-strip'
import { inlineText } from '#lib/story/document/text'

export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: '', description: t.about(paper.name), path: '/' })
}

export default async function Home() {
  const { paper, t, on, now } = await settings()
  const latest = await listLatest(40)
  const [front, fresh] = await Promise.all([loadFront(latest), listFreshCorrections(Date.now())])
  return (
    <SitePage current="home">
      <JsonLd value={website(paper)} />
      <h1 className="sr-only">
        {paper.name}, {longDate(now, on)}
      </h1>
      <div className="wrap">
        <TopicStrip label={t.topics} topics={topicsOfTheDay(latest)} />
        {!front && <Empty so={t.emptyPaper} would={t.emptyPaperNext} />}
      </div>
      {front && <FrontView front={front} t={t} on={on} now={now} />}
      <FreshCorrections corrections={fresh} t={t} />
    </SitePage>
  )
}

async function loadFront(latest: Awaited<ReturnType<typeof listLatest>>) {
  const lead = pickLead(latest)
  if (!lead) return undefined
  const [, place = '', slug = ''] = lead.path.split('/')
  const [story, sections] = await Promise.all([findStory(place, slug), listSections()])
  const bySection = await Promise.all(
    sections.map(async (section) => ({ section, cards: (await listSection(section.id, undefined, 16)).cards })),
  )
  const paragraphs = (story?.body.content ?? []).filter((block) => block.type === 'paragraph')
  return compose(lead, paragraphs.map((paragraph) => inlineText(paragraph.content)).filter(Boolean), latest, bySection)
}
