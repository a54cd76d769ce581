import type { Metadata } from 'next'

import { cursorOf, type ListProps } from '#lib/site/list-address'
import { pageTags } from '#lib/site/metadata/tags'
import { listCorrections } from '#lib/site/queries/corrections'
import { SitePage, settings } from '#lib/site/site-page'
import { CorrectionList } from '#lib/site/view/corrections'
import { Pager } from '#lib/site/view/pager'
import { Empty, PlaceTitle } from '#lib/site/view/place'

type Props = Pick<ListProps<never>, 'searchParams'>

const path = '/corrections'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, before] = await Promise.all([settings(), cursorOf(searchParams)])
  return pageTags(paper, {
    title: t.corrected,
    description: t.correctedBy(paper.name),
    path: `${path}${before ? `?before=${before}` : ''}`,
    feed: { path: `${path}/feed.xml`, title: `${t.corrected} | ${paper.name}` },
  })
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const [{ paper, t, on, now }, before] = await Promise.all([settings(), cursorOf(searchParams)])
  const { corrections, next } = await listCorrections(before)
  return (
    <SitePage>
      <div className="wrap">
        <PlaceTitle title={t.corrected}>
          <p className="underlined">
            {t.correctedBy(paper.name)} <a href={`${path}/feed.xml`}>{t.rss}</a>
          </p>
        </PlaceTitle>
        {corrections.length === 0 && <Empty so={t.nothingCorrected} would={t.nothingCorrectedNext} />}
        <CorrectionList corrections={corrections} now={now} t={t} on={on} />
        <Pager
          label={t.pages}
          back={before ? [t.newestCorrections, path] : undefined}
          next={next ? [t.olderCorrections, `${path}?before=${next}`] : undefined}
        />
      </div>
    </SitePage>
  )
}
