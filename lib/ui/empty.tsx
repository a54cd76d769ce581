import type { ReactNode } from 'react'

/** One bold line that says what is so, one that says what would appear here, at most two acts. */
export function Empty({ title, children, acts }: { title: ReactNode; children: ReactNode; acts?: ReactNode }) {
  return (
    <div className="px-5 py-10 text-center text-muted">
      <div className="font-semibold text-text">{title}</div>
      <p>{children}</p>
      {acts && <div className="mt-2.5 flex flex-wrap justify-center gap-2">{acts}</div>}
    </div>
  )
}
