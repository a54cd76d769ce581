'use client'

import './diff.css'

import { type ReactNode, useMemo, useState } from 'react'

import type { StoryText } from '#lib/story/document/changes'
import { detailOf, lineRuns, type Row, rowsBetween } from '#lib/story/document/compare'

import { BlockDiff } from './block-diff'
import { Runs, type Side } from './runs'

export type View = 'inline' | 'side'

/** Unchanged blocks in a row of which so many at either end stand round a change. */
const CONTEXT = 1

type Props = {
  was: StoryText
  is: StoryText
  view: View
  /** Blocks that are the same are not shown at all. */
  changesOnly?: boolean
  /** What the line above the text is called: a page has a title. */
  head?: string
}

/** Two versions of a text, changes in their places; what is the same is folded up. */
export function TextDiff({ was, is, view, changesOnly = false, head = 'headline' }: Props) {
  const rows = useMemo(() => rowsBetween(was.body, is.body), [was.body, is.body])
  const parts = useMemo(() => folded(rows), [rows])
  return (
    <div className="text-diff" data-view={view}>
      {(['headline', 'standfirst'] as const).map((name) =>
        changesOnly && was[name] === is[name] ? null : (
          <Pair
            key={name}
            place={name === 'headline' ? head : name}
            changed={was[name] !== is[name]}
            what="changed"
            view={view}
          >
            {(side) => (
              <p className={name}>
                <Runs runs={lineRuns(was[name], is[name])} side={side} />
              </p>
            )}
          </Pair>
        ),
      )}
      {parts.map((part, index) => {
        if (part.length === 1 && part[0]!.kind !== 'same')
          return <RowDiff key={keyOf(part[0]!)} row={part[0]!} view={view} />
        return changesOnly ? null : <Same key={`same ${index}`} rows={part} view={view} />
      })}
    </div>
  )
}

/** Each changed row by itself, unchanged ones in runs. */
function folded(rows: Row[]): Row[][] {
  const parts: Row[][] = []
  for (const row of rows) {
    const last = parts.at(-1)
    if (row.kind === 'same' && last?.[0]?.kind === 'same') last.push(row)
    else parts.push([row])
  }
  return parts
}

function Same({ rows, view }: { rows: Row[]; view: View }) {
  const [open, setOpen] = useState(false)
  const hidden = rows.length - 2 * CONTEXT
  if (open || hidden < 2) return rows.map((row) => <RowDiff key={keyOf(row)} row={row} view={view} />)
  return (
    <>
      {rows.slice(0, CONTEXT).map((row) => (
        <RowDiff key={keyOf(row)} row={row} view={view} />
      ))}
      <button type="button" className="fold" onClick={() => setOpen(true)}>
        Show {hidden} blocks that are the same
      </button>
      {rows.slice(-CONTEXT).map((row) => (
        <RowDiff key={keyOf(row)} row={row} view={view} />
      ))}
    </>
  )
}

const keyOf = ({ kind, was, is }: Row) => `${kind === 'from' ? 'from' : ''} ${(is[0] ?? was[0])?.attrs.id}`

const became: Record<Row['kind'], string> = {
  same: '',
  changed: 'changed',
  added: 'new',
  removed: 'taken out',
  from: 'moved from here',
  to: 'moved to here',
  split: 'split',
  joined: 'joined',
}

function RowDiff({ row, view }: { row: Row; view: View }) {
  const { lines, facts } = useMemo(() => detailOf(row), [row])
  const { kind } = row
  // In one column the words of what moved stand where they are now.
  const brief = kind === 'from' && view === 'inline'
  const on = { was: kind !== 'added' && kind !== 'to', is: kind !== 'removed' && kind !== 'from' }
  return (
    <Pair place={row.place} changed={kind !== 'same'} what={became[kind]} kind={kind} view={view}>
      {(side) =>
        brief || (side !== 'both' && !on[side]) ? null : <BlockDiff row={row} lines={lines} facts={facts} side={side} />
      }
    </Pair>
  )
}

type PairProps = {
  place: string
  changed: boolean
  what: string
  kind?: Row['kind']
  view: View
  children: (side: Side) => ReactNode
}

/** The place's name, then both versions in one or side by side. What has changed can be walked to. */
function Pair({ place, changed, what, kind, view, children }: PairProps) {
  const sides: Side[] = view === 'inline' ? ['both'] : ['was', 'is']
  return (
    <section
      className="pair"
      data-kind={kind}
      data-change={changed || undefined}
      tabIndex={changed ? -1 : undefined}
      aria-label={changed ? `${place}, ${what}` : place}
    >
      <span className="place" aria-hidden="true">
        {changed ? (
          <>
            {place} <b>{what}</b>
          </>
        ) : null}
      </span>
      {sides.map((side) => (
        <div key={side} className="cell" data-side={side}>
          {children(side)}
        </div>
      ))}
    </section>
  )
}
