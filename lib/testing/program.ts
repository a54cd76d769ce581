import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { build } from 'esbuild'
import { expect } from 'vitest'

/** A program of ours, built beside the real ones: `file` to start it by, and what takes it away again. */
export async function buildProgram(source: string): Promise<{ file: string; remove(): void }> {
  // Inside the project, so that packages are found.
  const file = `.build/test-${randomUUID()}.mjs`
  await build({
    entryPoints: [source],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: file,
    logLevel: 'silent',
  })
  return { file, remove: () => rmSync(file, { force: true }) }
}

/** Whether a process is there. */
export function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits until something is so, five seconds at most. */
export async function until(is: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !is(); i += 1) await sleep(25)
  expect(is()).toBe(true)
}
