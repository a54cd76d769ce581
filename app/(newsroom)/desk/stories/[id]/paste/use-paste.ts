'use client'

import type { Editor } from '@tiptap/react'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useMemo, useRef, useState } from 'react'

import { editsOf, restoreEdits } from '#lib/checks/paste/edits'
import {
  type Edit,
  type FieldName,
  type Finding,
  type Kind,
  type Match,
  marksOf,
  type TrayItem,
} from '#lib/checks/paste/finding'
import { loadTray, saveTray } from '#lib/device/trays'
import type { Block, StoryDocument } from '#lib/story/document/nodes'

import { asOne } from '../text/as-one'
import { type BlockMark, markBlocks } from '../text/block-marks'
import type { Pasted } from '../text/body-paste'
import { matchHeadlinesAction } from '../text/look-ups'
import type { Editors } from '../text/use-editors'
import { type Beside, doctorBeside } from './doctor-beside'
import type { Seen } from './doctor-look'
import { pasteTransaction } from './paste-edit'

/** An act of the doctor, and where the history of the text has it. */
type Done = { label: string; step?: StackItem }
type StackItem = ReturnType<typeof lastStep>
type Options = { story: string; person: string; editors: Editors | null; text: StoryDocument | null; byline: boolean }

const none: Block[] = []
const nothing: Seen = { findings: [], headlines: [] }

/** The paste doctor at work on the body: it looks after a long paste, or when asked, and from then on at every change. */
export function usePaste({ story, person, editors, text, byline }: Options) {
  const [on, setOn] = useState(false)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<Done[]>([])
  const [tray, setTray] = useState<TrayItem[]>([])
  const blocks = on && text ? text.body.content : none
  const shown = useMemo(
    () => tray.filter((item) => !blocks.some(({ attrs }) => attrs.id === idOf(item))),
    [tray, blocks],
  )
  const looked = blocks.length > 0
  useEffect(() => {
    const before = loadTray(person, story)
    if (!before.length) return
    setTray(before)
    setOn(true)
  }, [person, story])
  useEffect(() => {
    if (looked) saveTray(person, story, shown)
  }, [person, story, looked, shown])
  const headline = text?.headline === ''
  const findings = useFindings(story, blocks, kept, headline, byline)
  useEffect(() => {
    if (editors) markBlocks(editors.body, 'doctor', blockMarks(findings))
  }, [editors, findings])

  const run = (edits: Edit[], label: string) => {
    const body = editors?.body
    const made = body && pasteTransaction(body.state, edits)
    if (!body || !made) return
    // What was typed just before and what is done now are taken back apart.
    asOne(body.view, () => body.view.dispatch(made.transaction))
    setDone((all) => [...all, { label, step: lastStep(body) }])
    setTray((all) => [
      ...all.filter(({ block }) => !made.tray.some((item) => idOf(item) === block.attrs.id)),
      ...made.tray,
    ])
  }
  const last = done.at(-1)?.step

  return {
    on,
    findings,
    tray: shown,
    done: done.map(({ label }) => label),
    /** Only what the doctor did last: what somebody wrote since is not his to take back. */
    undoable: last !== undefined && last === lastStep(editors?.body),
    blocks: blocks.length,
    kept: kept.size,
    start: (pasted?: Pasted) => {
      setOn(true)
      if (pasted?.shed) setDone((all) => [...all, { label: `Links: ${pasted.shed} tracking codes dropped` }])
    },
    apply: (partIds: string[]) => run(editsOf(findings, partIds), labelOf(findings, partIds)),
    keep: (ids: string[]) => setKept((all) => new Set([...all, ...ids])),
    tellAgain: () => setKept(new Set()),
    restore: (items: TrayItem[]) =>
      run(restoreEdits(items), `Put back, ${items.length} ${items.length === 1 ? 'line' : 'lines'}`),
    undo: () => {
      if (last === undefined || last !== lastStep(editors?.body)) return
      editors?.body.commands.undo()
      setDone((all) => all.slice(0, -1))
    },
  }
}

export type PasteHandle = ReturnType<typeof usePaste>
export type { FieldName }

/** What an undo in the text would take back. */
const lastStep = (body: Editor | undefined) =>
  body ? yUndoPluginKey.getState(body.state)?.undoManager.undoStack.at(-1) : undefined

const idOf = ({ block }: TrayItem) => block.attrs.id

/** What the doctor has seen last, beside the page; an edit of it that the text has overtaken does nothing. */
function useFindings(
  story: string,
  blocks: readonly Block[],
  kept: ReadonlySet<string>,
  headline: boolean,
  byline: boolean,
): Finding[] {
  const [seen, setSeen] = useState<Seen>(nothing)
  const beside = useRef<Beside>(undefined)
  useEffect(() => {
    const started = doctorBeside(setSeen)
    beside.current = started
    return started.end
  }, [])
  const matches = useMatches(story, seen.headlines)
  useEffect(() => {
    if (blocks.length)
      beside.current?.ask({ blocks, context: { matches, kept, missing: { headline, byline, date: true } } })
  }, [blocks, matches, kept, headline, byline])
  return blocks.length ? seen.findings : nothing.findings
}

/** Our stories behind the "Also read" lines; looked up when the lines change. */
function useMatches(story: string, headlines: readonly string[]): ReadonlyMap<string, Match> {
  const [matches, setMatches] = useState<ReadonlyMap<string, Match>>(new Map())
  const lines = JSON.stringify(headlines)
  useEffect(() => {
    const headlines = JSON.parse(lines) as string[]
    if (headlines.length === 0) return
    let stale = false
    matchHeadlinesAction(headlines, story).then(
      (found) => !stale && setMatches(new Map(found)),
      () => {},
    )
    return () => {
      stale = true
    }
  }, [lines, story])
  return matches
}

const labelOf = (findings: Finding[], partIds: string[]) =>
  findings
    .filter(({ parts }) => parts.some(({ id }) => partIds.includes(id)))
    .map(({ title, count }) => (count ? `${title}, ${count}` : title))
    .join('. ')

const classes: Partial<Record<Kind, string>> = {
  repeat: 'found-repeat',
  tail: 'found-repeat',
  'also-read': 'found-line',
  'sub-heads': 'found-head',
}

/** Each finding's blocks, and its number beside the first of each run of them. */
function blockMarks(findings: Finding[]): BlockMark[] {
  const marks = marksOf(findings)
  return findings.flatMap(({ id, kind, blocks }) =>
    blocks.map((block, index) => {
      const run = kind === 'repeat' || kind === 'tail'
      return {
        id: block,
        className: classes[kind] ?? 'found-line',
        gutter: !run || index === 0 ? marks.get(id) : undefined,
      }
    }),
  )
}
