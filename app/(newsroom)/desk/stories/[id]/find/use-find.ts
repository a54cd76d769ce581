'use client'

import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { UndoManager } from 'yjs'

import { type Part, parts } from '#lib/story/document/parts'
import { useShortcuts } from '#lib/ui/shortcuts'
import { screenKeys } from '../keys'
import { asOne } from '../text/as-one'
import { type BlockMark, markBlocks } from '../text/block-marks'
import type { Editors } from '../text/use-editors'
import { type Hit, hitOf, marksOf, placeAfter, replaceHits, spotsOf, wordsFor } from './hits'
import type { Query } from './search'
import { startSearcher } from './searcher'
import { undoTogether } from './undo-together'

type Place = { part: Part; at: number }
type PartHit = Hit & { part: Part }
type Docs = Record<Part, Editors[Part]['state']['doc']>
type Result = { hits: PartHit[]; more: boolean; fault?: string }

const none: Result = { hits: [], more: false }
const nothing: Query = { words: '', matchCase: false, wholeWord: false, regex: false }

/**
 * Find and replace over headline, standfirst and body. What is found is drawn; `at` tells which of them one is at.
 * @param edits who may only read finds, and replaces nothing
 */
export function useFind(editors: Editors | null, edits: boolean) {
  const [open, setOpen] = useState<'find' | 'replace'>()
  const [query, setQuery] = useState(nothing)
  const [template, setTemplate] = useState('')
  const [result, setResult] = useState(none)
  const [at, setAt] = useState(-1)
  const [done, setDone] = useState('')
  const [asked, setAsked] = useState(0)
  const searcher = useMemo(startSearcher, [])
  // The result's query and documents, and from where on the next match is sought.
  const looked = useRef<{ query: Query; docs: Docs; result: Result }>(undefined)
  const from = useRef<Place>({ part: 'headline', at: 0 })
  const wanted = useRef(query)

  /** What holds of the text as it is now; undefined when the text or the query was changed meanwhile. */
  const look = async (): Promise<Result | undefined> => {
    if (!editors) return
    const docs = docsOf(editors)
    const now = wanted.current
    const last = looked.current
    if (last?.query === now && isSame(last.docs, docs)) return last.result
    const spots = parts.flatMap((part) => spotsOf(docs[part]).map((spot) => ({ ...spot, part })))
    const found = await searcher.search(
      spots.map(({ text }) => text),
      now,
    )
    if (wanted.current !== now || !isSame(docs, docsOf(editors))) return
    const result: Result =
      found.fault !== undefined
        ? { ...none, fault: found.fault }
        : {
            hits: found.matches.flatMap((match) => {
              const spot = spots[match.text]
              return spot ? { ...hitOf(match, spot), part: spot.part } : []
            }),
            more: found.more,
          }
    looked.current = { query: now, docs, result }
    setResult(result)
    return result
  }
  const goTo = ({ hits }: Result, index: number) => {
    const hit = hits[index]
    setAt(hit ? index : -1)
    if (!editors) return
    for (const part of parts) {
      markBlocks(
        editors[part],
        'found',
        marksOf(
          hits.filter((one) => one.part === part),
          'found-word',
        ),
      )
      markBlocks(editors[part], 'found-now', hit?.part === part ? marksOf([hit], 'found-now') : noMarks)
    }
    if (!hit) return
    from.current = { part: hit.part, at: hit.place }
    const drawn = document.querySelector('.found-now, .found-now-block')
    if (drawn) drawn.scrollIntoView({ block: 'center' })
  }
  const show = async () => {
    const now = await look()
    if (now) goTo(now, firstFrom(now.hits, from.current))
  }
  const latest = useRef(show)
  latest.current = show

  // A little after the last key, in the field or in the text; at once the first time.
  useEffect(() => {
    if (!open || !editors) return
    let timer = setTimeout(() => void latest.current(), 80)
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void latest.current(), 150)
    }
    wanted.current = query
    for (const part of parts) editors[part].on('update', later)
    return () => {
      clearTimeout(timer)
      for (const part of parts) editors[part].off('update', later)
    }
  }, [open, editors, query])
  useEffect(() => searcher.end, [searcher])

  const step = async (by: 1 | -1) => {
    setDone('')
    const now = await look()
    if (!now?.hits.length) return
    const here = firstFrom(now.hits, from.current)
    // What one stands on was changed away: the one after it is the next.
    const stands = isAt(now.hits[here], from.current) && at >= 0
    const next = by === 1 && !stands ? here : here + by
    goTo(now, (next + now.hits.length) % now.hits.length)
  }
  const put = (hits: PartHit[]) => {
    let count = 0
    const managers: UndoManager[] = []
    for (const part of parts) {
      const own = hits.filter((one) => one.part === part)
      const editor = editors?.[part]
      if (!own.length || !editor?.isEditable) continue
      const { undoManager } = yUndoPluginKey.getState(editor.state) ?? {}
      // What was typed before and what is done now are taken back apart.
      asOne(editor.view, () => editor.view.dispatch(replaceHits(editor.state, own, template, wanted.current)))
      if (undoManager) managers.push(undoManager)
      count += own.length
    }
    undoTogether(managers)
    return count
  }

  const begin = (mode: 'find' | 'replace') => {
    const chosen = editors && chosenIn(editors)
    if (chosen) {
      from.current = chosen.place
      if (chosen.words) change({ ...query, words: chosen.words, regex: false })
    }
    setDone('')
    setOpen(edits ? mode : 'find')
    setAsked((times) => times + 1)
  }
  useShortcuts({
    [screenKeys.find]: () => atText() && begin(open ?? 'find'),
    [screenKeys.replace]: () => atText() && begin('replace'),
    [screenKeys.next]: () => open !== undefined && step(1),
    [screenKeys.previous]: () => open !== undefined && step(-1),
  })

  return {
    edits,
    open,
    query,
    template,
    done,
    at,
    count: result.hits.length,
    more: result.more,
    fault: result.fault,
    /** Counts how often it was opened: each time the field is gone to. */
    asked,
    begin,
    change,
    setTemplate,
    next: () => void step(1),
    previous: () => void step(-1),
    replace: async () => {
      const now = await look()
      const here = now && firstFrom(now.hits, from.current)
      const hit = here === undefined ? undefined : now?.hits[here]
      if (!now || !hit) return
      // Never one that has not been shown as the one.
      if (!isAt(hit, from.current) || at < 0) return goTo(now, here ?? 0)
      const { length } = wordsFor(hit, template, wanted.current)
      if (!put([hit])) return
      from.current = { part: hit.part, at: placeAfter(hit, length) }
      setDone('')
      await show()
    },
    replaceAll: async () => {
      const now = await look()
      if (!now?.hits.length) return
      const count = put(now.hits)
      await show()
      setDone(`${count.toLocaleString('en-GB')} replaced${now.more ? ', and there are more' : ''}`)
    },
    close: () => {
      const hit = looked.current?.result.hits[at]
      searcher.end()
      looked.current = undefined
      setOpen(undefined)
      setResult(none)
      goTo(none, -1)
      const editor = editors?.[hit?.part ?? from.current.part]
      if (!editor) return
      const size = editor.state.doc.content.size
      if (hit?.spot.attr && focusLine(editor, hit.spot.attr.pos)) return
      if (hit && hit.to <= size)
        editor.commands.setTextSelection(hit.spot.attr ? hit.from - 1 : { from: hit.from, to: hit.to })
      editor.commands.focus()
    },
  }

  function change(next: Query) {
    wanted.current = next
    setDone('')
    setQuery(next)
  }
}

export type FindHandle = ReturnType<typeof useFind>

const noMarks: BlockMark[] = []

const docsOf = (editors: Editors): Docs => ({
  headline: editors.headline.state.doc,
  standfirst: editors.standfirst.state.doc,
  body: editors.body.state.doc,
})
const isSame = (a: Docs, b: Docs) => parts.every((part) => a[part] === b[part])
const isAt = (hit: PartHit | undefined, { part, at }: Place) => hit?.part === part && hit.place === at

/** The first match at a place or after it; from the end it goes on at the beginning. */
function firstFrom(hits: PartHit[], place: Place): number {
  const order = parts.indexOf(place.part)
  const index = hits.findIndex(
    (hit) => parts.indexOf(hit.part) > order || (hit.part === place.part && hit.place >= place.at),
  )
  return Math.max(index, 0)
}

/** In the panel and in dialogs the browser's own search is the one that is meant. */
function atText(): boolean {
  const focused = document.activeElement
  return !document.querySelector('dialog[open]') && (!focused || focused === document.body || isIn(focused))
}
const isIn = (element: Element) => element.closest('#sheet') !== null

/** Goes to the line that a block has beside its text. @returns whether it has one */
function focusLine({ view }: Editors[Part], pos: number): boolean {
  const dom = view.nodeDOM(pos)
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('input.block-line') : null
  field?.focus()
  field?.select()
  return field !== null
}

/** Where the caret is, and what of one line is chosen there. */
function chosenIn(editors: Editors): { place: Place; words: string } | undefined {
  const part = parts.find((name) => editors[name].isFocused)
  if (!part) return
  const { selection, doc } = editors[part].state
  const words = selection.$from.sameParent(selection.$to) ? doc.textBetween(selection.from, selection.to) : ''
  return { place: { part, at: selection.from }, words }
}
