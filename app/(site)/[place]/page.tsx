import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { showsFrames } from '#lib/site/context'
import { FrontAndRiver } from '#lib/site/front-and-river'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { breadcrumbs } from '#lib/site/metadata/json-ld'
import { pageTags } from '#lib/site/metadata/tags'
import { listLatest, listSection } from '#lib/site/queries/lists'
import { findOwnPage, type OwnPage } from '#lib/site/queries/pages'
import type { Section } from '#lib/site/queries/paper'
import { findSection } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { topicsOfTheDay } from '#lib/site/topics-of-the-day'
import { colourOf } from '#lib/site/view/colour'
import { JsonLd } from '#lib/site/view/json-ld'
import { OwnPageView } from '#lib/site/view/own-page'
import { Empty, PlaceTitle } from '#lib/site/view/place'
import { River } from '#lib/site/view/river'
import { TopicStrip } from '#lib/site/view/topic-strip'
import { frameOrigins } from '#lib/story/document/embed/frames'

type Props = ListProps<{ place: string }>

type Standing = { section: Section; before: string | undefined } | { own: OwnPage }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, standing] = await Promise.all([settings(), load(params, searchParams)])
  if ('own' in standing) {
    const { title, standfirst, slug } = standing.own
    return pageTags(paper, { title, description: standfirst || t.about(paper.name), path: `/${slug}` })
  }
  const { section, before } = standing
  const path = `/${section.slug}${before ? `?before=${before}` : ''}`
  return pageTags(paper, { title: section.name, description: t.inSection(section.name), path })
}

/** What stands right below the home page: a section, or a page of the paper's own. */
export default async function PlacePage({ params, searchParams }: Props) {
  const standing = await load(params, searchParams)
  return 'own' in standing ? <OwnPagePart own={standing.own} /> : <SectionPart {...standing} />
}

async function OwnPagePart({ own }: { own: OwnPage }) {
  const { paper, t, on } = await settings()
  const frames = frameOrigins(own.body)
  showsFrames(frames)
  return (
    <SitePage current={own.id}>
      <JsonLd
        value={breadcrumbs(paper, [
          [paper.name, '/'],
          [own.title, `/${own.slug}`],
        ])}
      />
      {frames.length > 0 && <script type="module" src="/embeds.js" />}
      <OwnPageView page={own} t={t} on={on} />
    </SitePage>
  )
}

async function SectionPart({ section, before }: Extract<Standing, { section: Section }>) {
  const { paper, t, on, now } = await settings()
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

async function load(params: Props['params'], searchParams: Props['searchParams']): Promise<Standing> {
  const [{ place }, before] = await Promise.all([params, cursorOf(searchParams)])
  const section = await findSection(place)
  if (section) return { section, before }
  // Such a page does not go on anywhere.
  const own = before ? undefined : await findOwnPage(place)
  return own ? { own } : notFound()
}
