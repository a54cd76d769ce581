import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { build } from 'esbuild'
import { expect, onTestFinished } from 'vitest'

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

/** A program that does this while a test runs, and tells which process it is: `pid` is 0 until then. */
export function aProgram(body: string): { command: string[]; pid(): number } {
  const folder = mkdtempSync(join(tmpdir(), 'stet-program-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [file, said] = [join(folder, 'program.mjs'), join(folder, 'said')]
  const tell = "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2], String(process.pid));"
  writeFileSync(file, tell + body)
  const command = [process.execPath, file, said]
  return { command, pid: () => (existsSync(said) ? Number(readFileSync(said, 'utf8')) : 0) }
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
