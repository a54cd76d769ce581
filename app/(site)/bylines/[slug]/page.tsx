import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cursorOf, type ListProps } from '#lib/site/list-address'
import { pageTags } from '#lib/site/metadata/tags'
import { listPerson } from '#lib/site/queries/lists'
import { findPerson } from '#lib/site/queries/places'
import { SitePage, settings } from '#lib/site/site-page'
import { Face } from '#lib/site/view/face'
import { Pager } from '#lib/site/view/pager'
import { Empty, PlaceTitle } from '#lib/site/view/place'
import { River } from '#lib/site/view/river'

type Props = ListProps<{ slug: string }>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, person, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const path = `/bylines/${person.slug}${before ? `?before=${before}` : ''}`
  return pageTags(paper, { title: person.name, description: person.bio || t.storiesBy(person.name), path })
}

export default async function BylinePage({ params, searchParams }: Props) {
  const [{ t, on, now }, person, before] = await Promise.all([settings(), load(params), cursorOf(searchParams)])
  const { cards, next } = await listPerson(person.id, before)
  const path = `/bylines/${person.slug}`
  return (
    <SitePage>
      <div className="wrap">
        <PlaceTitle title={person.name} before={<Face of={person} rem={6} />}>
          {(person.title || person.bio) && (
            <p>
              {person.title && <b className="block text-ink">{person.title}</b>}
              {person.bio}
            </p>
          )}
        </PlaceTitle>
        {cards.length === 0 && <Empty so={t.emptyPerson(person.name)} />}
        <River cards={cards} now={now} t={t} on={on} over="section" of={person.id} />
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
  return (await findPerson((await params).slug)) ?? notFound()
}
