'use client'

import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useMemo, useState } from 'react'

import { alsoReadHeadlines } from '#lib/checks/paste/also-read'
import { doctor } from '#lib/checks/paste/doctor'
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
import type { Block, StoryDocument } from '#lib/story/document/nodes'

import { type BlockMark, markBlocks } from './block-marks'
import type { Pasted } from './body-paste'
import { matchHeadlinesAction } from './look-ups'
import { pasteTransaction } from './paste-edit'
import type { Editors } from './use-editors'

type Done = { label: string; tray: TrayItem[] }
type Options = { story: string; editors: Editors | null; text: StoryDocument | null; byline: boolean }

const none: Block[] = []

/** The paste doctor at work on the body: it looks after a long paste, or when asked, and from then on at every change. */
export function usePaste({ story, editors, text, byline }: Options) {
  const [on, setOn] = useState(false)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<Done[]>([])
  const blocks = on && text ? text.body.content : none
  const matches = useMatches(story, blocks)
  const headline = text?.headline === ''
  const findings = useMemo(
    () => (blocks.length ? doctor(blocks, { matches, kept, missing: { headline, byline, date: true } }) : []),
    [blocks, matches, kept, headline, byline],
  )
  useEffect(() => {
    if (editors) markBlocks(editors.body, 'doctor', blockMarks(findings))
  }, [editors, findings])

  const run = (edits: Edit[], label: string) => {
    const body = editors?.body
    const made = body && pasteTransaction(body.state, edits)
    if (!body || !made) return
    // What was typed just before and what is done now are taken back apart.
    yUndoPluginKey.getState(body.state)?.undoManager.stopCapturing()
    body.view.dispatch(made.transaction)
    yUndoPluginKey.getState(body.state)?.undoManager.stopCapturing()
    setDone((all) => [...all, { label, tray: made.tray }])
  }

  return {
    on,
    findings,
    tray: done
      .flatMap((one) => one.tray)
      .filter(({ block }) => !blocks.some(({ attrs }) => attrs.id === block.attrs.id)),
    done: done.map(({ label }) => label),
    blocks: blocks.length,
    kept: kept.size,
    start: (pasted?: Pasted) => {
      setOn(true)
      if (pasted?.shed) setDone((all) => [...all, { label: `Links: ${pasted.shed} tracking codes dropped`, tray: [] }])
    },
    apply: (partIds: string[]) => run(editsOf(findings, partIds), labelOf(findings, partIds)),
    keep: (ids: string[]) => setKept((all) => new Set([...all, ...ids])),
    tellAgain: () => setKept(new Set()),
    restore: (items: TrayItem[]) =>
      run(restoreEdits(items), `Put back, ${items.length} ${items.length === 1 ? 'line' : 'lines'}`),
    undo: () => {
      editors?.body.commands.undo()
      setDone((all) => all.slice(0, -1))
    },
  }
}

export type PasteHandle = ReturnType<typeof usePaste>
export type { FieldName }

/** Our stories behind the "Also read" lines; looked up when the lines change. */
function useMatches(story: string, blocks: readonly Block[]): ReadonlyMap<string, Match> {
  const [matches, setMatches] = useState<ReadonlyMap<string, Match>>(new Map())
  const lines = useMemo(() => JSON.stringify(alsoReadHeadlines(blocks)), [blocks])
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
