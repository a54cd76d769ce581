import { notFound } from 'next/navigation'

import { sitemap } from '#lib/site/feeds/sitemap'
import { countSitemaps } from '#lib/site/queries/maps'
import { findPaper } from '#lib/site/queries/paper'

import { addressesOf } from '../addresses'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const file = Number(/^([1-9]\d{0,4})\.xml$/.exec((await params).file)?.[1] ?? 0)
  const [paper, files] = await Promise.all([findPaper(), countSitemaps()])
  if (file < 1 || file > files) notFound()
  return new Response(sitemap(paper, await addressesOf(file)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
}
