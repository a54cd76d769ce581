import type { Clock } from '#lib/jobs/clock'

/** A clock that only a test moves: time passes, or the clock is set to another time. */
export function testClock(at: Date): Clock & { pass(ms: number): void; jump(ms: number): void; date(): Date } {
  let now = at.getTime()
  let mono = 5_000_000
  return {
    now: () => now,
    mono: () => mono,
    date: () => new Date(now),
    pass(ms) {
      now += ms
      mono += ms
    },
    jump(ms) {
      now += ms
    },
  }
}
