import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { findDraft } from '#lib/front/queries/preview'
import { loadFront } from '#lib/site/front/load'
import { SitePage, settings } from '#lib/site/site-page'
import { FrontView } from '#lib/site/view/front'
import { Empty, PlaceTitle } from '#lib/site/view/place'

type Props = { params: Promise<{ id: string }> }

const find = cache(async (id: string) => {
  const cookies = (await headers()).get('cookie') ?? undefined
  return (await findDraft(cookies, decodeURIComponent(id))) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await find((await params).id)).name }
}

/** The draft of a front as readers would get it now, for who makes it. */
export default async function FrontPreview({ params }: Props) {
  const { id, name, content, items } = await find((await params).id)
  const [front, { t, on, now }] = await Promise.all([loadFront(id, content, items), settings()])
  return (
    <SitePage current={id === 'home' ? 'home' : id.replace(/^section:/, '')}>
      {/* Framed by the desk, where readers' pages may not be. */}
      <base target="_blank" />
      <div className="wrap">
        {id === 'home' ? <h1 className="sr-only">{name}</h1> : <PlaceTitle title={name} />}
        {front.parts.length === 0 && <Empty so={t.emptyPaper} would={t.emptyPaperNext} />}
      </div>
      <FrontView front={front} setting={{ t, on, now }} />
    </SitePage>
  )
}
