import { newsSitemap } from '#lib/site/feeds/sitemap'
import { listNews } from '#lib/site/queries/lists'
import { findPaper } from '#lib/site/queries/paper'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [paper, cards] = await Promise.all([findPaper(), listNews(Date.now())])
  return new Response(newsSitemap(paper, cards), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
