import Link from 'next/link'
import type { ReactNode } from 'react'

/** A filter that is an address. */
export function Chip({ href, on = false, children }: { href: string; on?: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={on ? 'true' : undefined}
      className="control-small inline-flex flex-none items-center gap-1.5 rounded-control border border-line px-2 whitespace-nowrap text-muted hover:bg-sunk aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-text"
    >
      {children}
    </Link>
  )
}
