import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** What of a process stands in the machine's memory, in megabytes. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** Looks four times a second until it is stopped, and once more then. @returns what stops it and tells all that was seen */
export function watch<T>(look: () => T | Promise<T>): () => Promise<T[]> {
  const seen: T[] = []
  let stopped = false
  async function work() {
    for (; !stopped; await sleep(250)) seen.push(await look())
    seen.push(await look())
  }
  const working = work()
  // Told when it is stopped.
  working.catch(() => undefined)
  return async () => {
    stopped = true
    await working
    return seen
  }
}
