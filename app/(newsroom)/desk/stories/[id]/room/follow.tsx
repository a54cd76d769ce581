import type { StoryProps } from '../props'
import { useFreshness } from './use-freshness'
import { useHold } from './use-hold'
import { type Connected, useMoving } from './use-room'

type Props = {
  story: StoryProps
  main: Connected
  fork: Connected
  /** Whether this person is signed in: who is not would be led away from the text. */
  on: boolean
  /** While something is asked, the page stays as it is. */
  asked: boolean
  /** Whether one writes in the story itself. */
  writes: boolean
}

/** Reads the story again when the server may say otherwise than the page. Draws nothing, so it may look at each letter. */
export function Follow({ story, main, fork, on, asked, writes }: Props) {
  const owes = [useMoving(main, (now) => now.owes), useMoving(fork, (now) => now.owes)].includes(true)
  // After a new build the page is loaded anew.
  useFreshness(on && !asked && !owes, main.connected)
  useHold(story, main, on, writes)
  return null
}
