import { sitemap, sitemapIndex } from '#lib/site/feeds/sitemap'
import { countSitemaps } from '#lib/site/queries/maps'
import { findPaper } from '#lib/site/queries/paper'

import { addressesOf } from '../sitemaps/addresses'

export const dynamic = 'force-dynamic'

/** All addresses while they fit into one file, else where the files are. */
export async function GET() {
  const [paper, files] = await Promise.all([findPaper(), countSitemaps()])
  const text =
    files === 1
      ? sitemap(paper, await addressesOf(1))
      : sitemapIndex(
          paper,
          Array.from({ length: files }, (_, i) => `/sitemaps/${i + 1}.xml`),
        )
  return new Response(text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
