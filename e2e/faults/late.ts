import type { Outcome, Planned } from '../support/press-plans'

/** When a process did its work, in milliseconds: from its health on until it was killed. */
export type Up = { from: number; until: number }

/** What a story's hour came to. `seen`: when a reader first had it. */
export type Told = Planned & { outcome: Outcome | undefined; seen: number | undefined }

export type Lateness = {
  /** By how much each was late for which a process was up at its hour, and for a second more. */
  up: number[]
  /** For each other one, how long after the next start, or after its hour, whichever came later, it was published. */
  overdue: number[]
}

/** A process that is up at an hour is at most so late, in milliseconds. */
export const prompt = 1000

/** Tells lateness apart: of a process that is there, and of one that has to come first. */
export function latenessOf(stories: readonly Told[], ups: readonly Up[]): Lateness {
  const lateness: Lateness = { up: [], overdue: [] }
  for (const { dueAt, outcome } of stories) {
    const at = outcome?.acts[0]?.at
    if (at === undefined) continue
    if (ups.some(({ from, until }) => from <= dueAt && until >= dueAt + prompt)) lateness.up.push(at - dueAt)
    else {
      const starts = ups.filter(({ until }) => until > dueAt).map(({ from }) => Math.max(from, dueAt))
      lateness.overdue.push(Math.max(0, at - Math.min(...starts)))
    }
  }
  return lateness
}

/** What is wrong with what became of them, a sentence each. */
export function faultsOf(stories: readonly Told[]): string[] {
  const faults = stories.flatMap(({ path, dueAt, outcome, seen }) => {
    const [act, again] = outcome?.acts ?? []
    return [
      ...(act ? [] : [`${path} was missed (${outcome?.state ?? 'not planned'})`]),
      ...(again ? [`${path} was published ${outcome?.acts.length} times`] : []),
      ...(act && act.at < dueAt ? [`${path} was published ${dueAt - act.at} ms early`] : []),
      ...(seen !== undefined && seen < dueAt ? [`${path} was seen ${dueAt - seen} ms early`] : []),
      ...(seen === undefined ? [`${path} was never seen`] : []),
    ]
  })
  const inOrder = stories
    .filter(({ outcome }) => outcome?.acts.length)
    .sort((a, b) => a.outcome!.acts[0]!.seq - b.outcome!.acts[0]!.seq)
  const before = inOrder.findIndex(({ dueAt }, i) => dueAt < (inOrder[i - 1]?.dueAt ?? 0))
  return before < 0 ? faults : [...faults, `${inOrder[before]?.path} was published after one of a later hour`]
}

/** The value that so many of a hundred do not pass; 0 where there are none. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil((values.length * share) / 100) - 1)] ?? 0
