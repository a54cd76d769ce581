import type { ReactNode } from 'react'

/** The head of a section, a topic or a person. */
export const PlaceTitle = ({ title, before, children }: PlaceTitleProps) => (
  <div className="title">
    {before}
    <h1>{title}</h1>
    {children}
  </div>
)

type PlaceTitleProps = { title: string /** A face. */; before?: ReactNode; children?: ReactNode }

/** A page of which there is nothing yet: what is so, and what would be here. */
export const Empty = ({ so, would }: { so: string; would?: string }) => (
  <div className="empty">
    <p>{so}</p>
    {would && <p>{would}</p>}
  </div>
)
