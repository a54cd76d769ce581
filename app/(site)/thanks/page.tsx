import type { Metadata } from 'next'

import { pageTags } from '#lib/site/metadata/tags'
import { listLatest } from '#lib/site/queries/lists'
import { thanksPath } from '#lib/site/report-form'
import { SitePage, settings } from '#lib/site/site-page'
import { PaperNow } from '#lib/site/view/paper-now'

/** Where a reader is led whose report the newsroom has. */
export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.report.thanks, description: t.report.thanksWhy, path: thanksPath, index: false })
}

export default async function ThanksPage() {
  const [{ paper, t }, cards] = await Promise.all([settings(), listLatest(4)])
  return (
    <SitePage>
      <div className="wrap">
        <div className="gone">
          <h1>{t.report.thanks}</h1>
          <p className="stand underlined">
            {t.report.thanksWhy} <a href="/corrections">{t.allCorrections}</a>
          </p>
        </div>
      </div>
      <PaperNow t={t} paper={paper.name} cards={cards} />
    </SitePage>
  )
}
