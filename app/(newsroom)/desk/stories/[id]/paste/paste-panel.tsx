'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { certainParts } from '#lib/checks/paste/edits'
import { counted, type FieldName, type Finding, keptBy, marksOf, type TrayItem } from '#lib/checks/paste/finding'
import { Button } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

import { screenKeys } from '../keys'
import { PasteFinding } from './paste-finding'
import { PasteTray } from './paste-tray'

export type PastePanelProps = {
  /** By `doctor`, kept ones left out. */
  findings: Finding[]
  tray: TrayItem[]
  /** What has been done, oldest first: "Links: 11 tracking codes dropped". The last is read out. */
  done: string[]
  /** Whether the last of them can be taken back: nobody has written in the text since. */
  undoable: boolean
  /** How many blocks were looked at. */
  blocks: number
  /** How many things the editor has kept; they can be told again. */
  kept: number
  onApply: (partIds: string[]) => void
  onKeep: (ids: string[]) => void
  onTellAgain: () => void
  onUndo: () => void
  /** Brings the first of these blocks into view and marks them all. */
  onShow: (blockIds: string[]) => void
  onRestore: (items: TrayItem[]) => void
  /** Goes to a field; with `offer`, fills it. */
  onField: (field: FieldName, offer?: string) => void
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** What looks wrong in a paste, each with what can be done about it; nothing is done before a click. */
export function PastePanel(props: PastePanelProps) {
  const { findings, tray, done, onApply, onKeep, onUndo } = props
  const [current, setCurrent] = useState<string>()
  const [choosing, setChoosing] = useState<string>()
  const panel = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const leaving = useRef<number>(undefined)
  const marks = marksOf(findings)
  const certain = findings.filter((finding) => finding.certain)
  const at = Math.max(
    0,
    findings.findIndex(({ id }) => id === current),
  )

  const card = (index: number) => list.current?.children[index] as HTMLElement | undefined
  const goTo = (index: number) => {
    const next = findings[Math.min(Math.max(index, 0), findings.length - 1)]
    if (!next) return
    card(findings.indexOf(next))?.focus()
    if (next.blocks.length > 0) props.onShow(next.blocks)
  }
  // The card that was acted on goes away; focus goes to the one that takes its place, unless one writes elsewhere by now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is new findings that move the focus
  useEffect(() => {
    if (leaving.current === undefined) return
    const focused = document.activeElement
    if (focused === document.body || panel.current?.contains(focused))
      (card(Math.min(leaving.current, findings.length - 1)) ?? head.current)?.focus()
    leaving.current = undefined
  }, [findings])

  const undo = () => {
    if (!props.undoable) return
    leaving.current = at
    onUndo()
  }
  const leave = (finding: Finding) => {
    leaving.current = findings.indexOf(finding)
    setChoosing(undefined)
  }
  const apply = (finding: Finding, partIds: string[]) => {
    if (partIds.length === 0) return
    leave(finding)
    if (finding.offer && finding.field === 'headline') props.onField('headline', finding.offer)
    onApply(partIds)
  }
  const applyOrChoose = (finding: Finding | undefined) => {
    if (!finding?.act) return
    if (finding.certain || finding.parts.length === 1)
      apply(
        finding,
        finding.parts.map(({ id }) => id),
      )
    else setChoosing(finding.id)
  }
  const applyCertain = () => {
    if (certain.length === 0) return
    leaving.current = 0
    onApply(certainParts(findings))
  }
  useShortcuts({ [screenKeys.certain]: applyCertain })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const act = {
      a: () => applyOrChoose(findings[at]),
      u: undo,
      arrowdown: () => goTo(current === undefined ? 0 : at + 1),
      arrowup: () => goTo(at - 1),
    }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts of buttons that stand inside
    <div ref={panel} className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="border-b border-line px-4 py-3">
        <h2 ref={head} tabIndex={-1} className="flex font-semibold">
          Paste doctor
          <span className="ms-auto font-normal text-quiet">{counted(props.blocks, 'block')}</span>
        </h2>
        {findings.length > 0 && <p className="mt-1.5 text-muted">{summary(findings.length, done.length === 0)}</p>}
        <div className="mt-2.5 flex flex-wrap gap-1.5 empty:hidden">
          {certain.length > 0 && (
            <Button tone="primary" small onClick={applyCertain} aria-keyshortcuts="Control+Shift+D">
              {certain.length === 1 ? 'Apply the one that is certain' : `Apply all ${certain.length} that are certain`}
              <Kbd>Ctrl Shift D</Kbd>
            </Button>
          )}
          {props.undoable && (
            <Button small onClick={undo}>
              Undo
            </Button>
          )}
        </div>
      </div>
      <p role="status" className="sr-only">
        {done.at(-1)}
      </p>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {findings.length === 0 && (
          <Empty title="Nothing looks wrong.">
            What a paste brings along would be listed here: passages said twice, tails of web pages.
          </Empty>
        )}
        <ol ref={list}>
          {findings.map((finding) => (
            <PasteFinding
              key={finding.id}
              finding={finding}
              mark={marks.get(finding.id) ?? '?'}
              current={finding.id === findings[at]?.id}
              choosing={finding.id === choosing}
              onFocus={() => setCurrent(finding.id)}
              onAct={() => applyOrChoose(finding)}
              onApply={(partIds) => apply(finding, partIds)}
              onChoose={() => setChoosing(finding.id === choosing ? undefined : finding.id)}
              onKeep={() => {
                leave(finding)
                onKeep(keptBy(finding))
              }}
              onShow={props.onShow}
              onField={props.onField}
            />
          ))}
        </ol>
        <PasteTray tray={tray} onRestore={props.onRestore} />
        {props.kept > 0 && (
          <p className="flex items-center px-4 py-2.5 text-quiet">
            {counted(props.kept, 'thing')} kept
            <Button small tone="ghost" className="ms-auto" onClick={props.onTellAgain}>
              Tell again
            </Button>
          </p>
        )}
      </div>
      <p
        aria-hidden
        className="flex flex-none gap-4 border-t border-line px-4 py-1.5 text-label text-quiet max-phone:hidden"
      >
        <span>
          <Kbd>A</Kbd> apply
        </span>
        <span>
          <Kbd>U</Kbd> undo
        </span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> next
        </span>
      </p>
    </div>
  )
}

const summary = (count: number, untouched: boolean) =>
  `${words[count] ?? count} ${count === 1 ? 'thing looks' : 'things look'} wrong. ${untouched ? 'No word has been changed, and none will be without you.' : 'No word is changed without you.'}`
