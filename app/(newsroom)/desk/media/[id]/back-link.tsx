'use client'

import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'

import { buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'

import { useSelection } from '../selection'

/** Back to the list that one came from. */
export function BackLink() {
  const { list } = useSelection()
  return (
    <Link href={list.current} className={buttonClass()}>
      <Icon of={ChevronLeft} />
      Library
    </Link>
  )
}
