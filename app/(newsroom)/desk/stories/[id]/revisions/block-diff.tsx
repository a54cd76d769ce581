'use client'

import { useContext } from 'react'

import { Thumb } from '#app/(newsroom)/desk/media/thumb'

import { localIn } from '#lib/settings/local-time'
import type { FactChange, LineRow, Row } from '#lib/story/document/compare'
import { lineRuns } from '#lib/story/document/compare'

import { useShown } from '../library/library'
import { useTarget } from '../text/blocks/use-target'
import { Runs, type Side } from './runs'
import { Zone } from './zone'

type Props = { row: Row; lines: LineRow[]; facts: FactChange[]; side: Side }

/** A block as readers see it, in one version or in both at once. */
export function BlockDiff({ row, lines, facts, side }: Props) {
  const block = (side === 'was' ? (row.was[0] ?? row.before) : (row.is[0] ?? row.was[0])) ?? row.was[0]
  const kind = facts.find(({ name }) => name === 'type')
  const shown = facts.filter((fact) => fact !== kind && (side === 'both' || fact[side]))
  if (!block) return null
  return (
    <div className={`block block-${block.type}`}>
      {kind && kind.was !== kind.is && <FactLine fact={kind} side={side} />}
      {lines
        .filter(({ kind: became }) => isOn(became, side))
        .map((line, index) => (
          <LineView key={index} line={line} side={side} />
        ))}
      {block.type === 'divider' && <hr />}
      {shown.map((fact) => (
        <FactLine key={fact.name} fact={fact} side={side} />
      ))}
    </div>
  )
}

const isOn = (kind: LineRow['kind'], side: Side) =>
  side === 'both' || !(side === 'was' ? ['to', 'added'] : ['from', 'removed']).includes(kind)

function LineView({ line: { kind, was, is, runs }, side }: { line: LineRow; side: Side }) {
  const line = (side === 'was' ? was : (is ?? was)) ?? is
  if (!line) return null
  return (
    <p
      className={`line line-${line.look}`}
      style={{ marginInlineStart: `${line.depth * 18}px` }}
      data-moved={kind === 'from' || kind === 'to' || undefined}
    >
      {line.media && <MediaThumb id={line.media} />} {line.marker && <span className="marker">{line.marker} </span>}
      <Runs runs={runs} side={side} />
      {runs.length === 0 && <span className="nothing">{line.media ? <MediaName id={line.media} /> : 'empty'}</span>}
    </p>
  )
}

/** Whose words, which story, which level. */
function FactLine({ fact, side }: { fact: FactChange; side: Side }) {
  const zone = useContext(Zone)
  if (fact.name === 'story') return <StoryLine fact={fact} side={side} />
  if (fact.name === 'media') return <MediaLine fact={fact} side={side} />
  const told = (value: string) =>
    fact.name === 'at' && value ? localIn(new Date(value), zone).replace('T', ', ') : value
  return (
    <p className="fact">
      <span className="label">{fact.label}</span> <Runs runs={lineRuns(told(fact.was), told(fact.is))} side={side} />
    </p>
  )
}

/** Which picture, film or sound: as it looks, and by the name that it has now. */
function MediaLine({ fact, side }: { fact: FactChange; side: Side }) {
  const [was, is] = [useShown(fact.was), useShown(fact.is)]
  const ids = side === 'both' ? [...new Set([fact.was, fact.is])] : [fact[side]]
  const name = (id: string, shown: { name: string } | null | undefined) =>
    id && (shown === null ? 'no longer in the library' : (shown?.name ?? ''))
  return (
    <div className="fact">
      <p>
        <span className="label">{fact.label}</span>{' '}
        <Runs runs={lineRuns(name(fact.was, was), name(fact.is, is))} side={side} />
      </p>
      <p className="flex gap-2">{ids.map((id) => id && <MediaThumb key={id} id={id} />)}</p>
    </div>
  )
}

function MediaThumb({ id }: { id: string }) {
  const shown = useShown(id)
  return <span className="inline-block w-30 align-middle">{shown && <Thumb of={shown} />}</span>
}

function MediaName({ id }: { id: string }) {
  const shown = useShown(id)
  return shown === null ? 'no longer in the library' : shown?.name
}

function StoryLine({ fact, side }: { fact: FactChange; side: Side }) {
  const [was, is] = [useTarget(fact.was), useTarget(fact.is)]
  const headline = (id: string, found: { headline: string } | null | undefined) => (id ? (found?.headline ?? id) : '')
  return (
    <p className="fact">
      <span className="label">{fact.label}</span>{' '}
      <Runs runs={lineRuns(headline(fact.was, was), headline(fact.is, is))} side={side} />
    </p>
  )
}
