import { messagesIn } from '#lib/messages/find'
import { rss } from '#lib/site/feeds/rss'
import { listLatest } from '#lib/site/queries/lists'
import { findPaper } from '#lib/site/queries/paper'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [paper, cards] = await Promise.all([findPaper(), listLatest(50)])
  const text = rss(paper, paper.name, messagesIn(paper.language).about(paper.name), '/feed.xml', cards)
  return new Response(text, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
