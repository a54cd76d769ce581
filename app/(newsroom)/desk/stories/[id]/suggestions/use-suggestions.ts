'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import { type Watch, watchTexts } from '#lib/collab/watch'
import { parts } from '#lib/story/document/parts'
import { forkName } from '#lib/story/text-name'
import { saidOf } from '#lib/suggestion/cards'
import type { Told } from '#lib/suggestion/queries'
import { makeReader, type Reader } from '#lib/suggestion/reader'
import { hueOf } from '#lib/ui/tone'

import type { Me, Named } from '../props'
import type { Connected } from '../room/use-room'
import type { Editors } from '../text/use-editors'
import { decideAction, listSuggestionsAction, noteToldAction, reopenAction } from './actions'
import { drawnOf } from './drawn'
import { openIn, type Suggestion } from './open'
import { drawSuggestions } from './suggestion-marks'
import type { Mode } from './use-mode'

type Options = {
  story: string
  me: Me
  mode: Mode
  /** The story's own text, and one's own fork of it while one suggests. */
  main: Connected
  fork: Connected
  editors: Editors | null
  mayEdit: boolean
  onSignedOut: () => void
}

/** What was just done: to be said, and taken back. */
export type Done = { message: string; undo?: string[]; failed?: true }

/** How long after a change what is suggested is told, in milliseconds. */
const SETTLE = 150

export type SuggestionsHandle = ReturnType<typeof useSuggestions>

/** What is suggested for the story, as it changes, and what can be done with it. */
export function useSuggestions({ story, me, mode, main, fork, editors, mayEdit, onSignedOut }: Options) {
  const [people, setPeople] = useState<Named[]>([])
  const [told, setTold] = useState<Told[]>([])
  const [put, setPut] = useState<readonly string[]>([])
  const [open, setOpen] = useState<Suggestion[]>([])
  const [current, setCurrent] = useState<string>()
  const [done, setDone] = useState<Done>()
  const [busy, setBusy] = useState(false)

  const nudges = main.nudges.suggestions
  useEffect(() => {
    // The first comes with the text.
    if (!nudges) return
    let stale = false
    listSuggestionsAction(story).then(
      (found) => {
        if (stale || !found) return
        setPeople(found.people)
        setTold(found.told)
      },
      () => {},
    )
    return () => {
      stale = true
    }
  }, [story, nudges])

  const authors = useMemo(
    () => (mode === 'suggest' ? [{ id: me.id, name: me.name }] : mayEdit ? people : []),
    [mode, me.id, me.name, mayEdit, people],
  )
  const onRead = useCallback(
    (found: Suggestion[]) => setOpen((before) => (before.length || found.length ? found : before)),
    [],
  )
  const texts = useTexts({ story, me, mode, main, fork, authors }, onRead)

  useEffect(() => {
    if (!editors) return
    const side = mode === 'suggest' ? 'is' : 'was'
    for (const part of parts)
      drawSuggestions(
        editors[part],
        open.flatMap(({ key, name, card }) => {
          const hunks = card.hunks.filter((hunk) => hunk.part === part)
          const shown = {
            key,
            name: mode === 'suggest' ? '' : name,
            colour: hueOf(name),
            current: key === current,
          }
          return hunks.length ? [{ ...shown, drawn: drawnOf({ ...card, hunks }, side) }] : []
        }),
      )
  }, [editors, open, current, mode])

  const settle = useCallback(
    async (act: () => Promise<FormState>, said: (state: FormState) => Done) => {
      setBusy(true)
      try {
        const state = await act()
        if (state?.signedOut) onSignedOut()
        setDone(state?.ok ? said(state) : { message: state?.message ?? '', failed: true })
      } catch (error) {
        const unsaved = error instanceof Error && error.name === 'NotSaved'
        setDone({ message: unsaved ? error.message : 'The server was not reached. Nothing was decided.', failed: true })
      }
      setBusy(false)
    },
    [onSignedOut],
  )

  const decide = (verdict: 'accept' | 'reject' | 'take-back', chosen: readonly Suggestion[]) => {
    if (busy || !chosen.length) return
    const seen = chosen.map(({ person, card }) => ({ person, card: card.id, said: saidOf(card) }))
    return settle(
      async () => {
        // What stands on this screen is compared with what the server has.
        await (mode === 'suggest' ? fork : main).snapshot()
        return decideAction(story, verdict, seen)
      },
      (state) => ({
        message: `${words[verdict]} ${chosen.length === 1 ? 'one suggestion' : `${chosen.length} suggestions`}`,
        undo: (state?.detail as { decided: string[] } | undefined)?.decided,
      }),
    )
  }
  const undo = () => {
    const ids = done?.undo
    if (busy || !ids?.length) return
    return settle(
      () => reopenAction(story, ids),
      () => ({ message: 'Undone: it is open again' }),
    )
  }
  /** One's own are told once; others' only leave this screen. */
  const putAside = (ids: readonly string[]) => {
    setPut((before) => [...before, ...ids])
    const own = told.filter(({ id, author }) => ids.includes(id) && author.id === me.id).map(({ id }) => id)
    if (own.length) void noteToldAction(own).catch(() => {})
  }

  return {
    open,
    told: told.filter(({ id, outcome, author }) => !put.includes(id) && (outcome === 'lost' || author.id === me.id)),
    current,
    pick: setCurrent,
    done,
    busy,
    decide,
    undo,
    putAside,
    /** After signing in again. */
    again: texts.again,
  }
}

const words = { accept: 'Accepted', reject: 'Rejected', 'take-back': 'Took back' }

type Wanted = Pick<Options, 'story' | 'me' | 'mode' | 'main' | 'fork'> & { authors: Named[] }

/** Story and forks, read a little after they change. The screen is told what was read, not of each letter. */
function useTexts({ story, me, mode, main, fork, authors }: Wanted, onRead: (open: Suggestion[]) => void) {
  const watch = useRef<Watch>(undefined)
  const readers = useRef(new Map<unknown, Reader>())
  const later = useRef(() => {})
  useEffect(() => {
    const made = watchTexts({ origin: window.location.origin, me: { id: me.id }, onChange: () => later.current() })
    watch.current = made
    return () => made.destroy()
  }, [me.id])
  useEffect(() => {
    watch.current?.watch(mode === 'edit' ? authors.map(({ id }) => forkName(story, id)) : [])
  }, [mode, authors, story])

  const mainDoc = main.room?.ydoc
  const forkDoc = fork.room?.ydoc
  const read = useCallback((): Suggestion[] => {
    const readerOf = (ydoc: NonNullable<typeof mainDoc>) => {
      const reader = readers.current.get(ydoc) ?? makeReader(ydoc)
      readers.current.set(ydoc, reader)
      return reader
    }
    if (!mainDoc || authors.length === 0) return []
    const text = readerOf(mainDoc).document()
    return openIn(
      text,
      authors.flatMap((author) => {
        const ydoc = mode === 'suggest' ? forkDoc : watch.current?.documentOf(forkName(story, author.id))
        return ydoc ? [{ ...author, text: readerOf(ydoc).document() }] : []
      }),
    )
  }, [mainDoc, forkDoc, mode, authors, story])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => onRead(read()), SETTLE)
    }
    later.current = soon
    for (const ydoc of [mainDoc, forkDoc]) ydoc?.on('update', soon)
    soon()
    return () => {
      clearTimeout(timer)
      for (const ydoc of [mainDoc, forkDoc]) ydoc?.off('update', soon)
    }
  }, [read, mainDoc, forkDoc, onRead])

  return { again: () => watch.current?.again() }
}
