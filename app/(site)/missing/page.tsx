import type { Metadata } from 'next'

import { pageTags } from '#lib/site/metadata/tags'
import { listLatest } from '#lib/site/queries/lists'
import { SitePage, settings } from '#lib/site/site-page'
import { PaperNow } from '#lib/site/view/paper-now'

/** What the edge answers where there is nothing, with status 404; not an address of its own. */
export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.missing, description: t.missingWhy, path: '/', index: false })
}

export default async function MissingPage() {
  const [{ paper, t }, cards] = await Promise.all([settings(), listLatest(4)])
  return (
    <SitePage>
      <div className="wrap">
        <div className="gone">
          <h1>{t.missing}</h1>
          <p className="stand">{t.missingWhy}</p>
        </div>
      </div>
      <PaperNow t={t} paper={paper.name} cards={cards} />
    </SitePage>
  )
}
