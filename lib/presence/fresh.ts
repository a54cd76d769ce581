/** How often a process says that its people are still there, and how old what it said may be; in milliseconds. */
export const BEAT = 10_000
export const STALE = 25_000

/** What was said before is no longer believed. */
export const believedSince = (now: Date) => new Date(now.getTime() - STALE)
