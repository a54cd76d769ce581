import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { findDraftPage } from '#lib/page/queries/preview'
import { showsFrames } from '#lib/site/context'
import { SitePage, settings } from '#lib/site/site-page'
import { OwnPageView } from '#lib/site/view/own-page'
import { frameOrigins } from '#lib/story/document/embed/frames'

type Props = { params: Promise<{ id: string }> }

const find = cache(async (id: string) => {
  const cookies = (await headers()).get('cookie') ?? undefined
  return (await findDraftPage(cookies, id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await find((await params).id)).title }
}

/** The draft of a page of the paper's own as readers would get it now, for who makes it. */
export default async function PagePreview({ params }: Props) {
  const { id } = await params
  const [page, { t, on }] = await Promise.all([find(id), settings()])
  const frames = frameOrigins(page.body)
  showsFrames(frames)
  return (
    <SitePage>
      {/* Framed by the desk, where readers' pages may not be. */}
      <base target="_blank" />
      {frames.length > 0 && <script type="module" src="/embeds.js" />}
      <OwnPageView page={page} t={t} on={on} base={`/preview/pages/${id}/media`} unpublished />
    </SitePage>
  )
}
