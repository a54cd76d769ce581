import type { Metadata } from 'next'

import { pageTags } from '#lib/site/metadata/tags'
import { countYears } from '#lib/site/queries/archive'
import { SitePage, settings } from '#lib/site/site-page'
import { Years } from '#lib/site/view/archive'
import { Empty, PlaceTitle } from '#lib/site/view/place'

export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.archive.title, description: t.archive.about(paper.name), path: '/archive' })
}

export default async function Archive() {
  const { paper, t, on } = await settings()
  const years = await countYears(on.zone)
  return (
    <SitePage>
      <div className="wrap">
        <PlaceTitle title={t.archive.title}>
          <p>{t.archive.about(paper.name)}</p>
        </PlaceTitle>
        {years.length === 0 && <Empty so={t.emptyPaper} />}
        <Years years={years} t={t} on={on} />
      </div>
    </SitePage>
  )
}
