import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { cursorOf, type ListProps } from '#lib/site/list-address'
import { pageTags } from '#lib/site/metadata/tags'
import { findStory } from '#lib/site/queries/story'
import { listVersions } from '#lib/site/queries/versions'
import { SitePage, settings } from '#lib/site/site-page'
import { Pager } from '#lib/site/view/pager'
import { VersionList, versionsPath } from '#lib/site/view/versions'

import '#lib/site/view/styles/versions.css'

type Props = ListProps<{ place: string; slug: string }>

/** Search engines are to find the story, not what it said before. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ paper, t }, story] = await Promise.all([settings(), load(params)])
  const named = `${t.whatChanged}: ${story.headline}`
  // As much of a title as search engines show.
  const title = named.length > 70 ? t.whatChanged : named
  return pageTags(paper, {
    title,
    description: t.versionsOf(story.headline),
    path: versionsPath(story.path),
    index: false,
  })
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ t, on }, story, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const { steps, next } = await listVersions(story.id, before)
  const path = versionsPath(story.path)
  return (
    <SitePage current={story.section.id}>
      <VersionList story={story} steps={steps} t={t} on={on} />
      <div className="wrap">
        <Pager
          label={t.pages}
          back={before ? [t.newestVersions, path] : undefined}
          next={next ? [t.olderVersions, `${path}?before=${next}`] : undefined}
        />
      </div>
    </SitePage>
  )
}

async function load(params: Props['params']) {
  const { place, slug } = await params
  return (await findStory(place, slug)) ?? notFound()
}
