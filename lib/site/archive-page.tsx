import type { Metadata } from 'next'

import { nameOf, type Span, spanAt } from './calendar'
import { breadcrumbs } from './metadata/json-ld'
import { pageTags } from './metadata/tags'
import { countParts, findAround, findSpan, listBetween } from './queries/archive'
import { listSections } from './queries/paper'
import { SitePage, settings } from './site-page'
import { DayList, Parts, Within } from './view/archive'
import { JsonLd } from './view/json-ld'
import { Pager } from './view/pager'
import { PlaceTitle } from './view/place'

/** Of the page of a year, a month or a day; undefined where there is none. @param address below `/archive` */
export async function archiveTags(address: string, before?: string): Promise<Metadata | undefined> {
  const [{ paper, t, on }, span] = await Promise.all([settings(), findSpan(address)])
  if (!span) return undefined
  const title = nameOf(span, on)
  return pageTags(paper, {
    title: `${title} | ${t.archive.title}`,
    description: t.archive.of(paper.name, title),
    path: `${span.path}${before ? `?before=${before}` : ''}`,
  })
}

/** A year with its months, a month with its days, or a day with its stories; nothing where there is nothing. */
export async function ArchivePage({ address, before }: { address: string; before?: string }) {
  const [{ paper, t, on }, span] = await Promise.all([settings(), findSpan(address)])
  if (!span) return null
  const above = [1, 2].filter((level) => level < span.parts.length).map((level) => spanAt(span.from, level, on.zone))
  const trail = [...above, span].map((one): [string, string] => [nameOf(one, on), one.path])
  return (
    <SitePage>
      <JsonLd value={breadcrumbs(paper, [[paper.name, '/'], [t.archive.title, '/archive'], ...trail])} />
      <div className="wrap">
        <Within spans={above} t={t} on={on} />
        <PlaceTitle title={nameOf(span, on)} />
        {span.parts.length === 3 ? (
          <Day span={span} before={before} />
        ) : (
          <Parts parts={await countParts(address, on.zone)} t={t} on={on} />
        )}
        <Around span={span} />
      </div>
    </SitePage>
  )
}

async function Day({ span, before }: { span: Span; before?: string }) {
  const [{ t, on }, sections, { cards, next }] = await Promise.all([
    settings(),
    listSections(),
    listBetween(span.from.getTime(), span.to.getTime(), before),
  ])
  return (
    <>
      <DayList cards={cards} sections={sections} t={t} on={on} />
      <Pager
        label={t.pages}
        back={before ? [t.newest, span.path] : undefined}
        next={next ? [t.older, `${span.path}?before=${next}`] : undefined}
      />
    </>
  )
}

/** The years, months or days beside it in which something was published. */
async function Around({ span }: { span: Span }) {
  const [{ t, on }, { before, after }] = await Promise.all([
    settings(),
    findAround(span.from.getTime(), span.to.getTime()),
  ])
  const link = (at: Date | undefined): [string, string] | undefined => {
    const other = at && spanAt(at, span.parts.length, on.zone)
    return other && [nameOf(other, on), other.path]
  }
  return <Pager label={t.archive.around} back={link(before)} next={link(after)} />
}
