import pLimit from 'p-limit'

import { Refusal } from '#lib/errors'

/**
 * Work that takes a core and memory of its own: so much of it is done at once, first come first.
 * @param most so much of it is under way or waits
 * @param busy what whoever comes then is told
 * @returns does it in its turn. @throws Refusal `busy`
 */
export function makeTurns(atOnce: number, most: number, busy: string) {
  const turn = pLimit(atOnce)
  return async <Made>(work: () => Promise<Made>): Promise<Made> => {
    if (turn.activeCount + turn.pendingCount >= most) throw new Refusal('busy', busy)
    return turn(work)
  }
}
