import type { Metadata } from 'next'

import { pageTags } from '#lib/site/metadata/tags'
import { SitePage, settings } from '#lib/site/site-page'
import { PlaceTitle } from '#lib/site/view/place'
import { Shelf } from '#lib/site/view/shelf'

export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.offline.title, description: t.offline.why, path: '/offline', index: false })
}

/** What `public/sw.js` answers with where there is no connection and the page is not kept: the stories that are. */
export default async function OfflinePage() {
  const { t } = await settings()
  return (
    <SitePage>
      <div className="wrap">
        <PlaceTitle title={t.offline.title}>
          <p>{t.offline.why}</p>
        </PlaceTitle>
        <Shelf of="read" so={t.offline.none} would={t.offline.noneNext} t={t} />
      </div>
    </SitePage>
  )
}
