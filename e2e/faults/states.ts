/** What readers must see of a story from `since` on, and may see from `begun` on; in ms. */
export type State = { mark: string; begun: number; since: number }
export type Answered = { shown: string; asked: number; answered: number }

/** What an answer shows: the number that the press gave the story at its last publication, or the status. */
export const shown = (status: number, text: string): string =>
  status === 200 ? (/Place \d+/.exec(text)?.[0] ?? '200 without its text') : String(status)

/**
 * What is wrong with an answer: it may be newer than what was confirmed when it was asked for (an act under way), never
 * older, and never what no act has made yet.
 * @param states in their order, the first one from before the first question on; two may look the same
 */
export function faultOf(states: readonly State[], { shown, asked, answered }: Answered): string | undefined {
  const least = states.findLastIndex(({ since }) => since <= asked)
  const those = states.flatMap((state, at) => (state.mark === shown ? [{ ...state, at }] : []))
  if (!those.length) return `${shown}, which it never was`
  const newer = those.filter(({ at }) => at >= least)
  if (!newer.length) return `${shown} after ${states[least]?.mark}`
  return newer.some(({ begun }) => begun <= answered) ? undefined : `${shown} too early`
}
