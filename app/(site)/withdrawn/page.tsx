import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { addressWords } from '#lib/site/address-words'
import { pageTags } from '#lib/site/metadata/tags'
import { findFormer } from '#lib/site/queries/addresses'
import { listLatest } from '#lib/site/queries/lists'
import { findNearest } from '#lib/site/queries/nearest'
import { SitePage, settings } from '#lib/site/site-page'
import { date } from '#lib/site/time'
import { Nearest } from '#lib/site/view/nearest'
import { PaperNow } from '#lib/site/view/paper-now'

/** What the edge answers at the address of a withdrawn story or page, with status 410; not an address of its own. */
export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.withdrawn, description: t.withdrawnTitle, path: '/', index: false })
}

export default async function WithdrawnPage({ searchParams }: { searchParams: Promise<{ path?: string }> }) {
  const [{ paper, t, on }, { path = '' }, cards] = await Promise.all([settings(), searchParams, listLatest(8)])
  const [former, near] = await Promise.all([findFormer(path), findNearest(addressWords(path))])
  const others = cards.filter(({ id }) => !near.some((one) => one.id === id))
  if (former?.state !== 'gone') notFound()
  // Of what is withdrawn only pages of the paper's own stood right below the home page.
  const isPage = path.split('/').length === 2
  return (
    <SitePage>
      <div className="wrap">
        <div className="gone">
          <p className="kicker text-signal">{t.withdrawn}</p>
          <h1>{isPage ? t.withdrawnPage : t.withdrawnTitle}</h1>
          <p className="stand">{t.withdrawnOn(date(former.at, on))}</p>
          {former.note && (
            <p className="note">
              <b>{t.note}</b> {former.note}
            </p>
          )}
        </div>
      </div>
      <Nearest t={t} cards={near} />
      <PaperNow t={t} paper={paper.name} cards={others.slice(0, 4)} />
    </SitePage>
  )
}
