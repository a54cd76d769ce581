import { messagesIn } from '#lib/messages/find'
import { rss, storyItem } from '#lib/site/feeds/rss'
import { listLatest } from '#lib/site/queries/lists'
import { findPaper } from '#lib/site/queries/paper'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [paper, cards] = await Promise.all([findPaper(), listLatest(50)])
  const description = messagesIn(paper.language).about(paper.name)
  const text = rss(paper, { title: paper.name, description, path: '/feed.xml' }, cards.map(storyItem))
  return new Response(text, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
