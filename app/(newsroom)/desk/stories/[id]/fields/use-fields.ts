'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { NotSaved } from '#lib/collab/marks'

import { setBylinesAction, setFieldsAction, setTopicsAction } from '../actions'
import type { Fields, Named, StoryProps } from '../props'
import { nameAction } from '../text/look-ups'
import { type FieldName, isList, isTheirs, mergedIds, type Stands, same, standsOf, untouched } from './field-changes'

export type { FieldName }
/** What stands beside a field: nothing, that it is on its way, why it was not taken, or what a colleague wrote meanwhile. */
export type FieldState = { saving?: true; error?: string; unreached?: true; theirs?: Fields[FieldName] }

type Conflict = { version: number; theirs: Stands }

/**
 * A story's fields, each written on its own as soon as it is settled. What one typed stays on the screen whatever the
 * server answers; a colleague's newer value of the same field is shown beside it, never written over.
 */
export function useFields(story: StoryProps, onSignedOut: () => void) {
  const [values, setValues] = useState(story.fields)
  const [states, setStates] = useState<Partial<Record<FieldName, FieldState>>>({})
  const version = useRef(story.version)
  // Of each field: what is on this screen, what it was changed from, and what the server has as far as is known.
  const mine = useRef(story.fields)
  const base = useRef(story.fields)
  const stands = useRef(standsOf(story.fields))
  const marks = useRef<Partial<Record<FieldName, FieldState>>>({})
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const mark = useCallback((name: FieldName, state: FieldState) => {
    marks.current = { ...marks.current, [name]: state }
    setStates(marks.current)
  }, [])
  const show = useCallback((change: Partial<Fields>) => {
    mine.current = { ...mine.current, ...change }
    setValues(mine.current)
  }, [])

  /** Fields that nobody is changing here follow what stands. */
  const follow = useCallback(
    async (now: number, all: Stands, known?: Fields) => {
      version.current = now
      stands.current = all
      const told: Partial<Fields> = { ...all, topics: known?.topics, people: known?.people }
      for (const name of untouched(mine.current, base.current, all))
        if (isList(name)) told[name] ??= await named(all[name], base.current[name])
      // Asked again: one may have begun to write while names were looked up.
      const free = untouched(mine.current, base.current, all).filter((name) => told[name] !== undefined)
      const change: Partial<Fields> = Object.fromEntries(free.map((name) => [name, told[name]]))
      base.current = { ...base.current, ...change }
      show(change)
    },
    [show],
  )

  // The page was told anew what stands.
  useEffect(() => {
    if (story.version >= version.current) void follow(story.version, standsOf(story.fields), story.fields)
  }, [story, follow])

  const send = useCallback(
    async (name: FieldName, value: Fields[FieldName], force: boolean): Promise<void> => {
      const theirs = stands.current[name]
      if (!force && isTheirs(name, value, base.current, stands.current)) {
        if (!isList(name)) return mark(name, { theirs: theirs as string | null })
        const [before, own] = [base.current[name], value as Named[]]
        const merged = await named(mergedIds(before, own, theirs as string[]), [...before, ...own])
        base.current = { ...base.current, [name]: await named(theirs as string[], [...before, ...merged]) }
        show({ [name]: merged })
        return send(name, merged, false)
      }
      const state = await write(story.id, version.current, name, value)
      if (state?.signedOut) {
        onSignedOut()
        return mark(name, { error: state.message })
      }
      if (state?.reason === 'conflict') {
        const { version: now, theirs: all } = state.detail as Conflict
        await follow(now, all)
        return send(name, value, force)
      }
      if (!state?.ok) return mark(name, { error: (state?.fields && Object.values(state.fields)[0]) || state?.message })
      const { version: next, slug } = state.detail as { version: number; slug?: string }
      version.current = next
      const follows = slug !== undefined && (name === 'slug' || same(mine.current.slug, base.current.slug))
      base.current = { ...base.current, [name]: value, ...(slug === undefined ? {} : { slug }) }
      const held = standsOf(base.current)[name]
      stands.current = { ...stands.current, [name]: held, ...(slug === undefined ? {} : { slug }) }
      if (follows) show({ slug })
      mark(name, {})
    },
    [story.id, onSignedOut, mark, show, follow],
  )

  const save = useCallback(
    <N extends FieldName>(name: N, value: Fields[N], force = false) => {
      show({ [name]: value })
      // While both values are shown, a choice between them is waited for.
      if (!force && marks.current[name]?.theirs !== undefined) return
      // One that is on its way may be about to change what it is compared with.
      if (!force && !marks.current[name]?.saving && same(value, base.current[name])) return mark(name, {})
      mark(name, { saving: true })
      const sent = queue.current.then(() => send(name, value, force))
      queue.current = sent.catch(() =>
        mark(name, { error: 'Not saved: the server was not reached. What you typed is still here.', unreached: true }),
      )
    },
    [send, mark, show],
  )

  useEffect(() => {
    const again = () => {
      for (const [name, state] of Object.entries(marks.current) as [FieldName, FieldState][])
        if (state.unreached) save(name, mine.current[name])
    }
    // No copy of a field is kept on this device.
    const closing = (event: BeforeUnloadEvent) => {
      if (Object.values(marks.current).some(({ saving, unreached }) => saving || unreached)) event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', closing)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', closing)
    }
  }, [save])

  /** Gives up what was typed for what a colleague wrote. */
  const takeTheirs = (name: FieldName) => {
    const theirs = marks.current[name]?.theirs
    if (theirs === undefined) return
    base.current = { ...base.current, [name]: theirs }
    show({ [name]: theirs })
    mark(name, {})
  }

  return {
    values,
    states,
    /** What is on this screen now, for who has waited for an answer meanwhile. */
    current: () => mine.current,
    save,
    takeTheirs,
    /**
     * The version on screen, once everything on its way has been answered.
     * @throws NotSaved when a field was not taken, or waits for a choice
     */
    settled: async () => {
      await queue.current
      if (Object.values(marks.current).some(({ error, theirs }) => error !== undefined || theirs !== undefined))
        throw new NotSaved('A field is not saved. What is in its way stands beside it.')
      return version.current
    },
  }
}

export type FieldsHandle = ReturnType<typeof useFields>

function write(id: string, version: number, name: FieldName, value: Fields[FieldName]) {
  const ids = () => (value as Fields['topics']).map((one) => one.id)
  if (name === 'topics') return setTopicsAction(id, version, ids())
  if (name === 'people') return setBylinesAction(id, version, ids())
  return setFieldsAction(id, version, { [name]: value })
}

/** Names for ids; those that are not known here are asked for. */
async function named(ids: string[], known: Named[]): Promise<Named[]> {
  const names = new Map(known.map((one) => [one.id, one]))
  const missing = ids.filter((id) => !names.has(id))
  if (missing.length) for (const one of await nameAction(missing)) names.set(one.id, one)
  return ids.flatMap((id) => names.get(id) ?? [])
}
