import { type LocalTime, localIn } from './local-time'
import { clockIn, zoneIn } from './time'

/**
 * What a form makes of a time: an instant; words of why there is none, with the next time that there is; or a question
 * with both answers, as `01:30 BST`.
 */
export type AskedTime =
  | { at: Date }
  | { fault: string; next: { local: string; at: Date } }
  | { question: string; answers: [at: Date, label: string][] }

/** @param local what was asked for, `2026-10-25T01:30` */
export function askTime(time: LocalTime, local: string, zone: string): AskedTime {
  if ('at' in time) return time
  const hour = local.slice(11, 16)
  if ('gap' in time) {
    const next = localIn(time.gap, zone)
    const fault = `There is no ${hour} then: the clocks go forward. The next time that there is, is ${next.slice(11)}.`
    return { fault, next: { local: next, at: time.gap } }
  }
  return {
    question: `${hour} comes twice then: the clocks go back. Which one?`,
    answers: time.twice.map((at) => [at, `${clockIn(at, zone)} ${zoneIn(at, zone)}`]),
  }
}
