'use client'

import { useId } from 'react'

import type { FieldName, Finding } from '#lib/checks/paste/finding'
import { Button } from '#lib/ui/button'
import { Kbd } from '#lib/ui/kbd'

import { PasteChoices } from './paste-choices'

type Props = {
  finding: Finding
  /** Its number, or `?` where it is doubtful; the same as in the margin. */
  mark: string
  current: boolean
  choosing: boolean
  onFocus: () => void
  onAct: () => void
  onApply: (partIds: string[]) => void
  onChoose: () => void
  onKeep: () => void
  onShow: (blockIds: string[]) => void
  onField: (field: FieldName, offer?: string) => void
}

/** One finding: what it is, why, how it begins, and what can be done. */
export function PasteFinding(props: Props) {
  const { finding, mark, current, choosing } = props
  const id = useId()
  const severalDoubtful = !finding.certain && finding.parts.length > 1
  const [first] = finding.parts
  return (
    <li
      tabIndex={-1}
      aria-labelledby={id}
      aria-current={current || undefined}
      onFocus={props.onFocus}
      className="border-b border-s-3 border-line border-s-transparent px-4 py-3 -outline-offset-2 aria-[current]:border-s-accent aria-[current]:bg-surface"
    >
      <h3 id={id} className="flex items-center gap-2 font-semibold">
        <Mark of={mark} />
        {finding.title}
        <span className="ms-auto font-normal text-quiet">{finding.count}</span>
      </h3>
      <p className="mt-1 text-muted">{finding.explanation}</p>
      {first && !choosing && finding.kind !== 'sub-heads' && (
        <blockquote className="mt-2 border-s-2 border-line-strong ps-2.5">
          <p className="line-clamp-2 font-text text-title">{first.text}</p>
          {finding.kind !== 'quotes' && first.note && <p className="text-label text-quiet">→ {first.note}</p>}
        </blockquote>
      )}
      {choosing && <PasteChoices finding={finding} onApply={props.onApply} />}
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        {finding.act && (
          <Button
            small
            tone={current ? 'primary' : 'plain'}
            onClick={props.onAct}
            aria-expanded={severalDoubtful ? choosing : undefined}
            hidden={choosing}
          >
            {finding.act}
            {current && <Kbd>A</Kbd>}
          </Button>
        )}
        {finding.field && finding.field !== 'date' && (
          <Button small onClick={() => finding.field && props.onField(finding.field)}>
            Go to the {finding.field}
          </Button>
        )}
        {finding.also && (
          <Button small onClick={() => props.onShow([...finding.blocks, ...(finding.also ?? [])])}>
            Show both
          </Button>
        )}
        {finding.certain && finding.parts.length > 1 && (
          <Button small onClick={props.onChoose} aria-expanded={choosing}>
            {choosing ? 'Back' : 'Choose…'}
          </Button>
        )}
        <Button small tone="ghost" onClick={props.onKeep}>
          {finding.keep}
        </Button>
      </div>
    </li>
  )
}

function Mark({ of }: { of: string }) {
  const tone = of === '?' ? 'bg-review' : 'bg-accent'
  return (
    <span
      className={`grid size-[18px] flex-none place-items-center rounded-[3px] text-[11px]/none font-semibold text-on-accent ${tone}`}
    >
      {of === '?' ? (
        <>
          <span aria-hidden>?</span>
          <span className="sr-only">In doubt:</span>
        </>
      ) : (
        of
      )}
    </span>
  )
}
