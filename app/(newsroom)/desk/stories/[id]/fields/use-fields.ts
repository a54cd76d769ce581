'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { NotSaved } from '#lib/collab/marks'
import { copyName, olderCopies } from '#lib/device/copies'
import { type FieldsCopy, keepFields } from '#lib/device/kept-fields'
import type { MediaUse } from '#lib/story/document/nodes'
import { mainText } from '#lib/story/main-text'

import { setBylinesAction, setFieldsAction, setTopicsAction } from '../actions'
import type { Fields, Named, StoryProps } from '../props'
import { nameAction } from '../text/look-ups'
import {
  type FieldName,
  isList,
  isTheirs,
  type KeptFields,
  type ListName,
  lists,
  mergedIds,
  type Stands,
  same,
  standsOf,
  untouched,
} from './field-changes'

export type { FieldName }
/**
 * What stands beside a field: nothing, that it is on its way, why it was not taken, that it waits for the server, or what
 * a colleague wrote meanwhile.
 */
export type FieldState = { saving?: true; error?: string; unreached?: true; theirs?: Fields[FieldName] }

/** What is told of a field under it. @param hint what stands there when all is well */
export const hintOf = (state: FieldState | undefined, hint?: string) =>
  state?.saving ? 'Saving' : state?.unreached && !state.error ? 'On this device only' : hint

type Conflict = {
  version: number
  theirs: Omit<Stands, 'main' | 'original'> & { main: MediaUse | null; original: string }
}

/**
 * A story's fields, each written on its own as soon as it is settled. What one typed stays on the screen whatever the
 * server answers, and on the device until the server has it; a colleague's newer value of the same field is shown beside
 * it, never written over.
 * @param connected whether the server is there: what waits is sent as soon as it is
 */
export function useFields(story: StoryProps, person: string, connected: boolean, onSignedOut: () => void) {
  const [values, setValues] = useState(story.fields)
  const [states, setStates] = useState<Partial<Record<FieldName, FieldState>>>({})
  const version = useRef(story.version)
  // Of each field: what is on this screen, what it was changed from, and what the server has as far as is known.
  const mine = useRef(story.fields)
  const base = useRef(story.fields)
  const stands = useRef(standsOf(story.fields))
  const marks = useRef<Partial<Record<FieldName, FieldState>>>({})
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  // What stands in a box that one has not left yet.
  const typing = useRef<Partial<Fields>>({})
  const copy = useRef<FieldsCopy<KeptFields>>(undefined)
  const restored = useRef(false)

  const unsent = useCallback((): Partial<Fields> => {
    const waits = (Object.entries(marks.current) as [FieldName, FieldState][]).filter(
      ([, { saving, error, unreached, theirs }]) => saving || error || unreached || theirs !== undefined,
    )
    return { ...Object.fromEntries(waits.map(([name]) => [name, mine.current[name]])), ...typing.current }
  }, [])
  const keep = useCallback(() => {
    // What is kept is not written over before it is read.
    if (!restored.current) return
    const now = { version: version.current, stands: stands.current, base: base.current, unsent: unsent() }
    copy.current?.write(now, Object.keys(now.unsent).length > 0)
  }, [unsent])

  const mark = useCallback(
    (name: FieldName, state: FieldState) => {
      marks.current = { ...marks.current, [name]: state }
      setStates(marks.current)
      keep()
    },
    [keep],
  )
  const show = useCallback(
    (change: Partial<Fields>) => {
      mine.current = { ...mine.current, ...change }
      setValues(mine.current)
      keep()
    },
    [keep],
  )

  /** Fields that nobody is changing here follow what stands. */
  const follow = useCallback(
    async (now: number, all: Stands, known?: Fields) => {
      version.current = now
      stands.current = all
      const inLists: Partial<Fields> = Object.fromEntries(lists.map((name) => [name, known?.[name]]))
      const told: Partial<Fields> = { ...(all as Omit<Stands, ListName>), ...inLists }
      // What somebody is typing does not: a colleague's value that was not seen is not written over.
      const open = () => untouched(mine.current, base.current, all).filter((name) => !(name in typing.current))
      for (const name of lists) if (!same(told[name], all[name])) delete told[name]
      for (const name of open()) if (isList(name)) told[name] ??= await named(all[name], base.current[name])
      // Asked again: one may have begun to write while names were looked up.
      const free = open().filter((name) => told[name] !== undefined)
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
        if (!isList(name)) return mark(name, { theirs: theirs as string | null } as FieldState)
        const [before, own] = [base.current[name], value as Named[]]
        const merged = await named(mergedIds(before, own, theirs as string[]), [...before, ...own])
        base.current = { ...base.current, [name]: await named(theirs as string[], [...before, ...merged]) }
        show({ [name]: merged })
        return send(name, merged, false)
      }
      const state = await write(story.id, version.current, name, value)
      if (state?.signedOut) {
        onSignedOut()
        return mark(name, waits(copy.current))
      }
      if (state?.reason === 'conflict') {
        const { version: now, theirs } = state.detail as Conflict
        const original = theirs.original ? [theirs.original] : []
        const all = { ...theirs, main: mainText(theirs.main), original }
        await follow(now, all)
        return send(name, value, force)
      }
      // Of a fault of the server's no reason is given, and nothing is wrong with what was typed.
      if (!state?.ok && !state?.reason) return mark(name, { ...waits(copy.current), error: state?.message })
      if (!state.ok) return mark(name, { error: (state.fields && Object.values(state.fields)[0]) || state.message })
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
      queue.current = sent.catch(() => mark(name, waits(copy.current)))
    },
    [send, mark, show],
  )

  // What this device kept when the page was left comes back, and is sent.
  useEffect(() => {
    const made = keepFields<KeptFields>(copyName(person, story.id), olderCopies(person, story.id))
    copy.current = made
    const restore = async () => {
      const kept = await made.read().catch(() => undefined)
      if (copy.current !== made) return
      // The page itself may have been kept, and be older than what was saved from it.
      if (kept && kept.version > version.current) await follow(kept.version, kept.stands, kept.base)
      restored.current = true
      for (const [name, value] of Object.entries(kept?.unsent ?? {}) as [FieldName, never][]) {
        if (!same(mine.current[name], base.current[name])) continue
        base.current = { ...base.current, [name]: kept?.base[name] }
        save(name, value)
      }
    }
    void restore()
    return () => {
      copy.current = undefined
      restored.current = false
      void made.close()
    }
  }, [person, story.id, follow, save])

  const again = useCallback(() => {
    for (const [name, state] of Object.entries(marks.current) as [FieldName, FieldState][])
      if (state.unreached) save(name, mine.current[name])
  }, [save])
  useEffect(() => {
    if (!connected) return
    // The text may have been begun again meanwhile, and its copy with it.
    keep()
    again()
  }, [connected, keep, again])

  const owes = useCallback(() => Object.keys(unsent()).length > 0, [unsent])
  useEffect(() => {
    const closing = (event: BeforeUnloadEvent) => {
      if (owes()) event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', closing)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', closing)
    }
  }, [again, owes])

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
    /** What stands in a box that one has not left yet; undefined: what stood there before. */
    type: <N extends FieldName>(name: N, value: Fields[N] | undefined) => {
      const { [name]: _, ...rest } = typing.current
      typing.current = value === undefined || same(value, mine.current[name]) ? rest : { ...rest, [name]: value }
      keep()
      if (value === undefined) void follow(version.current, stands.current)
    },
    /** Whether something typed is not on the server yet. */
    owes,
    takeTheirs,
    /**
     * The version on screen, once everything on its way has been answered.
     * @throws NotSaved when a field was not taken, or waits for a choice
     */
    settled: async () => {
      await queue.current
      if (
        Object.values(marks.current).some(
          ({ error, unreached, theirs }) => error !== undefined || unreached || theirs !== undefined,
        )
      )
        throw new NotSaved('A field is not saved. What is in its way stands beside it.')
      return version.current
    },
  }
}

export type FieldsHandle = ReturnType<typeof useFields>

/** The server was not reached: where what was typed is meanwhile. */
const waits = (copy: FieldsCopy<KeptFields> | undefined): FieldState =>
  copy && !copy.isBroken()
    ? { unreached: true }
    : { unreached: true, error: 'Not saved: the server was not reached. What you typed is in this window only.' }

function write(id: string, version: number, name: FieldName, value: Fields[FieldName]) {
  const ids = isList(name) ? (value as Named[]).map((one) => one.id) : []
  if (name === 'topics') return setTopicsAction(id, version, ids)
  if (name === 'people') return setBylinesAction(id, version, ids)
  return setFieldsAction(id, version, { [name]: isList(name) ? ids : value })
}

/** Names for ids; those that are not known here are asked for. */
async function named(ids: string[], known: Named[]): Promise<Named[]> {
  const names = new Map(known.map((one) => [one.id, one]))
  const missing = ids.filter((id) => !names.has(id))
  if (missing.length) for (const one of await nameAction(missing)) names.set(one.id, one)
  return ids.flatMap((id) => names.get(id) ?? [])
}
