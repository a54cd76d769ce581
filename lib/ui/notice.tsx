import type { ReactNode } from 'react'

const edges = { error: 'border-s-withdrawn', warning: 'border-s-review', good: 'border-s-live' }

/** What happened or did not, what is true now, the next act. Read out when it appears. */
export function Notice({
  tone = 'error',
  title,
  children,
}: {
  tone?: keyof typeof edges
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`rounded-control border border-s-3 border-line bg-surface px-3.5 py-2.5 ${edges[tone]}`}
    >
      <p className="font-semibold">{title}</p>
      {children && <div className="text-muted">{children}</div>}
    </div>
  )
}
