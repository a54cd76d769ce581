import { messagesIn } from '#lib/messages/find'
import { correctionItem, rss } from '#lib/site/feeds/rss'
import { listCorrections } from '#lib/site/queries/corrections'
import { findPaper } from '#lib/site/queries/paper'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [paper, { corrections }] = await Promise.all([findPaper(), listCorrections(undefined, 50)])
  const t = messagesIn(paper.language)
  const channel = {
    title: `${t.corrected} | ${paper.name}`,
    description: t.correctedBy(paper.name),
    path: '/corrections/feed.xml',
  }
  const items = corrections.map((one) => correctionItem(one, t.corrections[one.kind]))
  return new Response(rss(paper, channel, items), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
