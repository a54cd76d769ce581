'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { lookNow } from '#app/(newsroom)/pulse'
import { type Anchor, anchorOf } from '#lib/comment/anchor'
import type { Thread } from '#lib/comment/queries'
import { parts } from '#lib/story/document/parts'

import type { Editors } from '../text/use-editors'
import { openedAction, readThreadsAction } from './actions'
import { markComments } from './comment-marks'
import { boundOf, type Placed, partAt, placed } from './places'

/** A thread that is about to be begun; without an anchor it is about the whole story. */
export type Draft = { anchor: Anchor | null }

const draftMark = 'draft'

/**
 * What is said about the story, where in the text it stands, and which thread one is at.
 * @param made as the page was made
 * @param nudged counts how often there is something new to read
 * @param onShow has the comments shown beside the text
 */
export function useComments(options: {
  story: string
  made: Thread[]
  editors: Editors | null
  nudged: number
  onShow: () => void
}) {
  const { story, made, editors, nudged } = options
  const [threads, setThreads] = useState(made)
  const [list, setList] = useState<Placed[]>(() => threads.map(unplaced))
  const [current, setCurrent] = useState<string>()
  const [draft, setDraft] = useState<Draft>()
  /** Counts up whenever the keys are to go to the current thread, or to the draft. */
  const [called, setCalled] = useState(0)
  const asked = useSearchParams().get('comment')
  const [missing, setMissing] = useState(false)
  const onShow = useRef(options.onShow)
  onShow.current = options.onShow

  const read = useCallback(async () => {
    const found = await readThreadsAction(story).catch(() => null)
    if (found) setThreads(found)
  }, [story])
  useEffect(() => {
    if (nudged) void read().then(lookNow)
  }, [nudged, read])
  const there = editors !== null
  useEffect(() => {
    if (there) openedAction(story).then(lookNow, () => {})
  }, [story, there])

  // Placed anew a little after each change; until then the marks move along.
  useEffect(() => {
    if (!editors) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // Without any, nothing is drawn anew.
    const place = () => setList((before) => (before.length || threads.length ? placed(threads, editors) : before))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(place, 150)
    }
    place()
    for (const part of parts) editors[part].on('update', later)
    return () => {
      clearTimeout(timer)
      for (const part of parts) editors[part].off('update', later)
    }
  }, [editors, threads])

  useEffect(() => {
    if (!editors) return
    for (const part of parts) {
      const marks = list.flatMap((one) =>
        one.at === 'here' && one.part === part && !one.resolved
          ? { thread: one.id, from: one.from, to: one.to, now: one.id === current }
          : [],
      )
      const bound = draft?.anchor?.part === part && boundOf(editors, part)
      const there = bound && draft.anchor && placed([asThread(draft.anchor)], editors)[0]
      if (there && there.at === 'here') marks.push({ thread: draftMark, from: there.from, to: there.to, now: true })
      markComments(editors[part], marks)
    }
  }, [editors, list, current, draft])

  /** Goes to a thread beside the text. */
  const open = useCallback(
    (thread: string) => {
      if (thread === draftMark) return
      setCurrent(thread)
      setCalled((times) => times + 1)
      onShow.current()
      openedAction(story, thread).then(lookNow, () => {})
    },
    [story],
  )
  const known = useRef(list)
  known.current = list
  useEffect(() => {
    if (!asked) return
    const thread = known.current.find(({ comments }) => comments.some(({ id }) => id === asked))
    if (thread) open(thread.id)
    else {
      setMissing(true)
      onShow.current()
    }
  }, [asked, open])

  const begin = (anchor: Anchor | null) => {
    setDraft({ anchor })
    setCurrent(undefined)
    setCalled((times) => times + 1)
    onShow.current()
  }
  /** What the key does: comments on what is selected, or goes to what is said where the caret is. */
  const comment = () => {
    const part = editors ? partAt(editors) : undefined
    if (!editors || !part) return onShow.current()
    const { from, to } = editors[part].state.selection
    const bound = boundOf(editors, part)
    const anchor = bound && anchorOf(part, bound, from, to)
    if (anchor) return begin(anchor)
    const at = list.find((one) => one.at === 'here' && one.part === part && one.from <= from && from <= one.to)
    if (at) open(at.id)
    else onShow.current()
  }
  /** Goes to the passage of a thread in the text. */
  const goTo = (thread: Placed) => {
    if (!editors || thread.at !== 'here') return
    setCurrent(thread.id)
    const editor = editors[thread.part]
    editor.commands.setTextSelection({ from: thread.from, to: thread.to })
    editor.view.focus()
    const { node } = editor.view.domAtPos(thread.from)
    ;(node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' })
  }

  const unresolved = useMemo(() => list.filter(({ resolved }) => !resolved).length, [list])
  return {
    story,
    list,
    count: unresolved,
    current,
    called,
    draft,
    /** The page was opened for a comment that is not there any more. */
    missing,
    begin,
    comment,
    open,
    goTo,
    /** Back where one was in the text, the draft given up. */
    leave: () => {
      const part = draft?.anchor?.part ?? 'body'
      setDraft(undefined)
      editors?.[part].view.focus()
    },
    /** Something was said or changed here. */
    changed: async () => {
      setDraft(undefined)
      await read()
    },
  }
}

export type Comments = ReturnType<typeof useComments>

/** Until the text is there. */
const unplaced = (thread: Thread): Placed =>
  thread.part ? { ...thread, part: thread.part, at: 'here', from: 0, to: 0 } : { ...thread, at: 'story' }

const asThread = (anchor: Anchor): Thread => ({
  ...anchor,
  id: draftMark,
  resolved: null,
  mayResolve: false,
  comments: [],
})
