import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { afterStory } from '#lib/site/after-story'
import { showsFrames } from '#lib/site/context'
import { breadcrumbs, newsArticle } from '#lib/site/metadata/json-ld'
import { storyTags } from '#lib/site/metadata/tags'
import { listPicked, listRelated } from '#lib/site/queries/related'
import { findNext, findStory, findTargets } from '#lib/site/queries/story'
import { splitRelated } from '#lib/site/related'
import { SitePage, settings } from '#lib/site/site-page'
import { AfterStory } from '#lib/site/view/after-story'
import { JsonLd } from '#lib/site/view/json-ld'
import { StoryView, targetsOf } from '#lib/site/view/story'
import { frameOrigins } from '#lib/story/document/embed/frames'

type Props = { params: Promise<{ place: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ paper }, story] = await Promise.all([settings(), load(params)])
  return storyTags(paper, story)
}

export default async function StoryPage({ params }: Props) {
  const [{ paper, t, on }, story] = await Promise.all([settings(), load(params)])
  const [targets, older, picked, found] = await Promise.all([
    findTargets(targetsOf(story).join(' ')),
    findNext(story.section.id, story.publishedAt.getTime(), story.place),
    listPicked(story.related.join(' ')),
    listRelated(story.id, story.section.id, story.topics.map((topic) => topic.id).join(' '), 18),
  ])
  const frames = frameOrigins(story.body)
  showsFrames(frames)
  const next = picked.some(({ id }) => id === older?.id) ? undefined : older
  const { rail, rest } = splitRelated(story, { picked, found }, [...targets.keys(), ...(next ? [next.id] : [])])
  return (
    <SitePage current={story.section.id}>
      <JsonLd value={newsArticle(paper, story)} />
      <JsonLd
        value={breadcrumbs(paper, [
          [paper.name, '/'],
          [story.section.name, `/${story.section.slug}`],
          [story.headline, story.path],
        ])}
      />
      {frames.length > 0 && <script type="module" src="/embeds.js" />}
      <StoryView story={story} targets={targets} rail={rail} url={paper.url + story.path} t={t} on={on} />
      <AfterStory section={story.section} {...afterStory(story, rest, next, picked.length)} t={t} on={on} />
    </SitePage>
  )
}

async function load(params: Props['params']) {
  const { place, slug } = await params
  return (await findStory(place, slug)) ?? notFound()
}
