'use client'

import { useEffect, useSyncExternalStore } from 'react'

type Present = { storyId: string; id: string; name: string }
/** `asked`: of which stories it says who is in them. */
type Pulse = { unread: number; present: Present[]; asked: ReadonlySet<string> }

/** Between two questions to the server, in milliseconds; a page that nobody sees asks nothing. */
const EVERY = 20_000

/** What the server said last; undefined before. All of a page share it. */
let pulse: Pulse | undefined
const listeners = new Set<() => void>()
/** The stories listed on the page, and how often. */
const listed = new Map<string, number>()
let timer: ReturnType<typeof setTimeout> | undefined
let over = false

async function look() {
  clearTimeout(timer)
  timer = undefined
  if (!listeners.size || over || document.visibilityState !== 'visible') return
  try {
    const asked = new Set(listed.keys())
    const answer = await fetch(`/api/pulse?in=${[...asked].join()}`)
    // Signed out: the next click says so.
    if (answer.status === 401) over = true
    if (answer.ok) tell({ ...(await answer.json()), asked })
  } catch {
    // Offline: asked again in time.
  }
  if (listeners.size) timer ??= setTimeout(look, EVERY)
}

function tell(next: Pulse) {
  pulse = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (!listeners.size) {
    timer = setTimeout(look, EVERY)
    document.addEventListener('visibilitychange', lookAgain)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size) return
    clearTimeout(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', lookAgain)
  }
}

function lookAgain() {
  over = false
  void look()
}

/** Asks at once: something has happened. */
export const lookNow = () => void look()

/** How many notifications are unread. @param made as it was when the page was made */
export function useUnread(made: number): number {
  useEffect(() => {
    if (pulse) tell({ ...pulse, unread: made })
  }, [made])
  return useSyncExternalStore(
    subscribe,
    () => pulse?.unread ?? made,
    () => made,
  )
}

/** Who is in a story that the page lists. @param made as it was when the page was made */
export function usePresent(story: string, made: string[]): string[] {
  useEffect(() => {
    listed.set(story, (listed.get(story) ?? 0) + 1)
    return () => {
      const times = (listed.get(story) ?? 1) - 1
      if (times) listed.set(story, times)
      else listed.delete(story)
    }
  }, [story])
  const now = useSyncExternalStore(
    subscribe,
    () => pulse,
    () => undefined,
  )
  if (!now?.asked.has(story)) return made
  return now.present.filter(({ storyId }) => storyId === story).map(({ name }) => name)
}
