import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { ArchivePage, archiveTags } from '#lib/site/archive-page'
import { cursorOf, type ListProps } from '#lib/site/list-address'

type Props = ListProps<{ year: string; month: string; day: string }>

const addressOf = async (params: Props['params']) => {
  const { year, month, day } = await params
  return `${year}/${month}/${day}`
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return (await archiveTags(await addressOf(params), await cursorOf(searchParams))) ?? notFound()
}

export default async function ArchiveDay({ params, searchParams }: Props) {
  return <ArchivePage address={await addressOf(params)} before={await cursorOf(searchParams)} />
}
