import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { ArchivePage, archiveTags } from '#lib/site/archive-page'

type Props = { params: Promise<{ year: string; month: string }> }

const addressOf = async (params: Props['params']) => {
  const { year, month } = await params
  return `${year}/${month}`
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await archiveTags(await addressOf(params))) ?? notFound()
}

export default async function ArchiveMonth({ params }: Props) {
  return <ArchivePage address={await addressOf(params)} />
}
