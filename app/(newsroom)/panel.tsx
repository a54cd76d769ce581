import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { Icon } from '#lib/ui/icon'

/** One thing of a list, beside it; on narrow screens in its place. */
export function Panel({
  title,
  back,
  all,
  children,
}: {
  title: ReactNode
  back: string
  all: string
  children: ReactNode
}) {
  return (
    <aside
      aria-labelledby="panel-title"
      className="w-[360px] flex-none overflow-y-auto border-s border-line bg-canvas max-wide:w-full max-wide:border-0"
    >
      <div className="mx-auto max-w-[560px]">
        <Link
          href={back}
          className="flex min-h-11 items-center gap-1 px-4 text-accent wide:sr-only wide:focus:not-sr-only"
        >
          <Icon of={ChevronLeft} />
          {all}
        </Link>
        <h2 id="panel-title" className="flex items-center gap-2 px-4 pt-3 pb-2 text-title font-semibold">
          {title}
        </h2>
        {children}
      </div>
    </aside>
  )
}

/** A part of a panel. */
export function Part({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-b border-line px-4 py-4 last:border-0">
      {title && <h3 className="font-semibold">{title}</h3>}
      {children}
    </section>
  )
}
