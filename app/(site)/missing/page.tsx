import type { Metadata } from 'next'

import type { ListProps } from '#lib/site/list-address'
import { pageTags } from '#lib/site/metadata/tags'
import { listLatest } from '#lib/site/queries/lists'
import { findNearest } from '#lib/site/queries/nearest'
import { readSearch } from '#lib/site/search-address'
import { SitePage, settings } from '#lib/site/site-page'
import { Nearest } from '#lib/site/view/nearest'
import { PaperNow } from '#lib/site/view/paper-now'

/** What the edge answers where there is nothing, with status 404; not an address of its own. */
export async function generateMetadata(): Promise<Metadata> {
  const { paper, t } = await settings()
  return pageTags(paper, { title: t.missing, description: t.missingWhy, path: '/', index: false })
}

/** `q`: the words of the address, where stories have them. */
export default async function MissingPage({ searchParams }: Pick<ListProps<never>, 'searchParams'>) {
  const { words } = readSearch(await searchParams)
  const [{ paper, t }, cards, near] = await Promise.all([settings(), listLatest(8), findNearest(words)])
  const others = cards.filter(({ id }) => !near.some((one) => one.id === id))
  return (
    <SitePage>
      <div className="wrap">
        <div className="gone">
          <h1>{t.missing}</h1>
          <p className="stand">{t.missingWhy}</p>
        </div>
      </div>
      <Nearest t={t} cards={near} />
      <PaperNow t={t} paper={paper.name} cards={others.slice(0, 4)} words={words} />
    </SitePage>
  )
}
