import { messagesIn } from '#lib/messages/find'
import { rss, storyItem } from '#lib/site/feeds/rss'
import { findClips } from '#lib/site/queries/clips'
import { listLatest } from '#lib/site/queries/lists'
import { findPaper } from '#lib/site/queries/paper'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [paper, cards] = await Promise.all([findPaper(), listLatest(50)])
  const clips = await findClips(cards.map(({ id }) => id).join(' '))
  const t = messagesIn(paper.language)
  const items = cards.map((card) => storyItem(card, t, clips.get(card.id)))
  const text = rss(paper, { title: paper.name, description: t.about(paper.name), path: '/feed.xml' }, items)
  return new Response(text, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
