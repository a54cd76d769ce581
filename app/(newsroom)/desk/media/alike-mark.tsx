'use client'

import { Copy } from 'lucide-react'

import { Icon } from '#lib/ui/icon'

import { useUploads } from './upload/uploads'

/** On what was just added: that the library has such a one already. */
export function AlikeMark({ id }: { id: string }) {
  const { items } = useUploads()
  if (!items.some(({ media, alike }) => media === id && alike?.length)) return null
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-review">
      <Icon of={Copy} size={14} />
      You have this one
    </span>
  )
}
