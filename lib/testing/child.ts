import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'

import { build } from 'esbuild'

/**
 * Runs a TypeScript file of ours in a process of its own.
 * @param environment besides this process's
 * @returns the process, the next line that it prints, and its end (the exit code; null when killed)
 */
export async function startChild(file: string, environment: Record<string, string>) {
  // Inside the project, so that packages are found.
  const bundle = `.build/test-${randomUUID()}.mjs`
  await build({
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: bundle,
  })
  const child: ChildProcess = spawn(process.execPath, [bundle], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve)).finally(() => rmSync(bundle))
  return { child, ended, line: async () => (await lines.next()).value as string | undefined }
}
