import { Refusal } from '#lib/errors'

import { type Order, runBounded } from './bounded'
import type { Refused } from './refused'
import { makeStarter, type Starter } from './starter'

// On globalThis, as modules exist twice in one process.
const key = Symbol.for('stet.processes.starter')
const held = globalThis as { [key]?: Starter }

/**
 * From now on what this process asks is started by a small one beside it: to start a process out of a large one keeps it
 * from everything else meanwhile, as all that it knows of its memory is copied.
 * @param program built beside the server: lib/processes/starter-child.ts
 */
export function setStarter(program: string): void {
  held[key] = makeStarter({ program })
}

/** Ends it, and all that it has started. */
export function stopStarter(): void {
  held[key]?.stop()
  held[key] = undefined
}

/**
 * Asks a program of ours in a process of its own, which is killed when it takes too long, says too much, or when nobody
 * waits for it any more.
 * @returns what it answered
 * @throws Refusal as it answered, and `too-large` when it had to be ended, or ended for want of memory
 */
export async function askProcess<Answer extends object>(order: Order, signal?: AbortSignal) {
  const answer = await (held[key]?.run ?? runBounded)(order, signal)
  if ('refused' in answer) throw refusalOf(answer as Refused)
  return answer as Exclude<Answer, Refused>
}

const refusalOf = ({ refused, message }: Refused) => new Refusal(refused, message)
