import type { ReactNode } from 'react'

import type { Mark } from '#lib/story/document/nodes'
import { paragraphEnd, type Run } from '#lib/story/document/runs'

export type Side = 'both' | 'was' | 'is'

/** Words of one side, or of both in one: what went is struck, what came is underlined. */
export function Runs({ runs, side }: { runs: Run[]; side: Side }) {
  const hidden = side === 'was' ? 'ins' : side === 'is' ? 'del' : undefined
  return runs
    .filter(({ kind }) => kind !== hidden)
    .map((run, index) => {
      const marks = side === 'was' || run.kind === 'del' ? run.was : run.is
      const words = <Words text={run.text} marks={marks} />
      if (run.kind === 'ins') return <ins key={index}>{words}</ins>
      if (run.kind === 'del') return <del key={index}>{words}</del>
      if (run.kind === 'same') return <span key={index}>{words}</span>
      return (
        <span key={index} className="marked" title={side === 'was' ? undefined : remarked(run)}>
          {words}
          {side === 'both' && <small> ({remarked(run)})</small>}
        </span>
      )
    })
}

function Words({ text, marks }: { text: string; marks: Mark[] }) {
  const parts = text.split(paragraphEnd)
  const words = parts.map((part, index) => (
    <span key={index}>
      {index > 0 && (
        <>
          <span className="pilcrow" title="End of paragraph">
            ¶
          </span>
          <br />
        </>
      )}
      {part}
    </span>
  ))
  let marked: ReactNode = words
  for (const mark of marks) marked = <Marked mark={mark}>{marked}</Marked>
  return marked
}

function Marked({ mark, children }: { mark: Mark; children: ReactNode }) {
  if (mark.type === 'bold') return <strong>{children}</strong>
  if (mark.type === 'italic') return <em>{children}</em>
  return (
    <span className="link" title={mark.attrs.href}>
      {children}
    </span>
  )
}

/** `bold; no longer a link to example.org` */
function remarked({ was, is }: Run): string {
  const [before, now] = [was.map(nameOf), is.map(nameOf)]
  return [
    ...now.filter((name) => !before.includes(name)),
    ...before.filter((name) => !now.includes(name)).map((name) => `no longer ${name}`),
  ].join('; ')
}

const nameOf = (mark: Mark) =>
  mark.type === 'link' ? `a link to ${mark.attrs.href.replace(/^https?:\/\//, '')}` : mark.type
