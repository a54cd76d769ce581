import type { Metadata } from 'next'

import { pageTags } from '#lib/site/metadata/tags'
import { SitePage, settings } from '#lib/site/site-page'
import { PlaceTitle } from '#lib/site/view/place'
import { Shelf } from '#lib/site/view/shelf'

export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.saved.title, description: t.saved.why, path: '/saved', index: false })
}

/** The reading list, which the reader's own browser keeps and fills in: nobody else knows it. */
export default async function SavedPage() {
  const { t } = await settings()
  return (
    <SitePage>
      <div className="wrap">
        <PlaceTitle title={t.saved.title}>
          <p>{t.saved.why}</p>
        </PlaceTitle>
        <Shelf of="saved" so={t.saved.none} would={t.saved.noneNext} t={t} />
      </div>
    </SitePage>
  )
}
