import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { ArchivePage, archiveTags } from '#lib/site/archive-page'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await archiveTags((await params).year)) ?? notFound()
}

export default async function ArchiveYear({ params }: Props) {
  return <ArchivePage address={(await params).year} />
}
