'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { setBylinesAction, setFieldsAction, setTopicsAction } from './actions'
import { nameAction } from './look-ups'
import type { Fields, Named, StoryProps } from './props'

export type FieldName = keyof Fields
/** What stands beside a field: nothing, that it is on its way, why it was not taken, or what a colleague wrote meanwhile. */
export type FieldState = { saving?: true; error?: string; theirs?: Fields[FieldName] }

type Conflict = { version: number; theirs: Partial<Record<FieldName, unknown>> }

/**
 * A story's fields, each written on its own as soon as it is settled. What one typed stays on the screen whatever the
 * server answers; a colleague's newer value of the same field is shown beside it, never written over.
 */
export function useFields(story: StoryProps, onSignedOut: () => void) {
  const [values, setValues] = useState(story.fields)
  const [states, setStates] = useState<Partial<Record<FieldName, FieldState>>>({})
  const version = useRef(story.version)
  const base = useRef(story.fields)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const mark = useCallback((name: FieldName, state: FieldState) => setStates((all) => ({ ...all, [name]: state })), [])

  // The page told anew what stands: fields that nobody is changing here follow it.
  useEffect(() => {
    if (story.version < version.current) return
    version.current = story.version
    const before = base.current
    base.current = story.fields
    setValues((mine) => {
      const next = { ...mine }
      for (const name of Object.keys(mine) as FieldName[])
        if (same(mine[name], before[name])) Object.assign(next, { [name]: story.fields[name] })
      return next
    })
  }, [story])

  const send = useCallback(
    async (name: FieldName, value: Fields[FieldName], force: boolean): Promise<void> => {
      const state = await write(story.id, version.current, name, value)
      if (state?.signedOut) {
        onSignedOut()
        return mark(name, { error: state.message })
      }
      if (state?.reason === 'conflict') {
        const { version: now, theirs } = state.detail as Conflict
        version.current = now
        if (isList(name)) {
          const merged = await mergedList(base.current[name], value as Named[], theirs[name] as string[])
          setValues((mine) => ({ ...mine, [name]: merged }))
          return send(name, merged, false)
        }
        const stands = theirs[name] as string | null
        // Somebody changed another field of the story: this one is still what it was, so nothing is in the way.
        if (force || same(stands, base.current[name])) return send(name, value, false)
        return mark(name, { theirs: stands })
      }
      if (!state?.ok) return mark(name, { error: (state?.fields && Object.values(state.fields)[0]) || state?.message })
      const { version: next, slug } = state.detail as { version: number; slug?: string }
      version.current = next
      base.current = { ...base.current, [name]: value, ...(slug === undefined ? {} : { slug }) }
      if (slug !== undefined)
        setValues((mine) => (name === 'slug' || same(mine.slug, base.current.slug) ? mine : { ...mine, slug }))
      mark(name, {})
    },
    [story.id, onSignedOut, mark],
  )

  const save = useCallback(
    <N extends FieldName>(name: N, value: Fields[N], force = false) => {
      setValues((mine) => ({ ...mine, [name]: value }))
      if (!force && same(value, base.current[name])) return mark(name, {})
      mark(name, { saving: true })
      const sent = queue.current.then(() => send(name, value, force))
      queue.current = sent.catch(() =>
        mark(name, { error: 'Not saved: the server was not reached. What you typed is still here.' }),
      )
    },
    [send, mark],
  )

  /** Gives up what was typed for what a colleague wrote. */
  const takeTheirs = (name: FieldName) => {
    const theirs = states[name]?.theirs
    if (theirs === undefined) return
    base.current = { ...base.current, [name]: theirs }
    setValues((mine) => ({ ...mine, [name]: theirs }))
    mark(name, {})
  }

  return {
    values,
    states,
    save,
    takeTheirs,
    /** The version on screen, once everything on its way has been answered. */
    settled: async () => {
      await queue.current
      return version.current
    },
    unsaved: Object.values(states).some((state) => state?.error !== undefined || state?.theirs !== undefined),
  }
}

export type FieldsHandle = ReturnType<typeof useFields>

function write(id: string, version: number, name: FieldName, value: Fields[FieldName]) {
  const ids = () => (value as Fields['topics']).map((one) => one.id)
  if (name === 'topics') return setTopicsAction(id, version, ids())
  if (name === 'people') return setBylinesAction(id, version, ids())
  return setFieldsAction(id, version, { [name]: value })
}

const isList = (name: FieldName) => name === 'topics' || name === 'people'

/** Of a list, what this person took away and added is done to the list that now stands, so nobody's choice is lost. */
async function mergedList(before: Fields[FieldName], mine: Named[], theirs: string[]): Promise<Named[]> {
  const has = (list: Named[], id: string) => list.some((one) => one.id === id)
  const base = before as Named[]
  const kept = theirs.filter((id) => !has(base, id) || has(mine, id))
  const added = mine.filter(({ id }) => !has(base, id) && !kept.includes(id))
  const known = new Map([...base, ...mine].map((one) => [one.id, one]))
  const others = await nameAction(kept.filter((id) => !known.has(id)))
  for (const one of others) known.set(one.id, one)
  return [...kept.flatMap((id) => known.get(id) ?? []), ...added]
}

const same = (a: Fields[FieldName], b: Fields[FieldName]) => key(a) === key(b)
const key = (value: Fields[FieldName]) => (Array.isArray(value) ? value.map(({ id }) => id).join() : value)
