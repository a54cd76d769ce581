'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import { type Connection, connect } from '#lib/collab/connection'
import { isSame, type Standing, type State, standingOf, unopened } from '#lib/collab/state'

import type { Me } from '../props'

export type { Room } from '#lib/collab/state'

export type Connected = Standing & {
  /** As it is now, with what changes at each letter; `useMoving` follows that. */
  now: () => State
  subscribe: (listener: () => void) => () => void
  /** What is on the screen, as a publication sends it; waits until the server has it. */
  snapshot: () => Promise<string>
  /** Connects again, after signing in again. */
  again: () => void
  /** Begins again with what the server has. @returns false when this device's text could not be kept, and all stays */
  startAgain: (lose?: boolean) => Promise<boolean>
}

/**
 * A story's text, or a fork's, connected for as long as the screen stands.
 * @param text its name; null: none is wanted now
 * @param reads nothing is written into it, whatever this person may
 * @param nudged the last nudge before the page was made
 */
export function useRoom(text: string | null, { id, name }: Me, reads = false, nudged?: number): Connected {
  // As the page was made; what it was told since, it has read.
  const [seen] = useState(nudged)
  const [connection, setConnection] = useState<Connection>()
  useEffect(() => {
    if (text === null) return
    const made = connect({ origin: window.location.origin, story: text, me: { id, name }, reads, nudged: seen })
    setConnection(made)
    return () => {
      setConnection(undefined)
      void made.destroy()
    }
  }, [text, id, name, reads, seen])
  const [before] = useState<State>(() => unopened(name))
  const [told] = useState(() => ({ standing: standingOf(before) }))
  const subscribe = connection?.subscribe ?? never
  const now = useCallback(() => connection?.state() ?? before, [connection, before])
  const standing = () => {
    const standing = standingOf(now())
    if (!isSame(told.standing, standing)) told.standing = standing
    return told.standing
  }
  const state = useSyncExternalStore(subscribe, standing, standing)
  return {
    ...state,
    now,
    subscribe,
    snapshot: async () =>
      connection ? connection.snapshot() : Promise.reject(new Error('The story is not open yet.')),
    again: () => connection?.again(),
    startAgain: async (lose) => (await connection?.startAgain(lose)) ?? true,
  }
}

/** Follows what changes while one types, where it is shown: the whole screen need not be drawn at each letter. */
export function useMoving<T extends string | number | boolean>(
  { now, subscribe }: Pick<Connected, 'now' | 'subscribe'>,
  pick: (state: State) => T,
): T {
  const picked = () => pick(now())
  return useSyncExternalStore(subscribe, picked, picked)
}

const never = () => () => undefined
