import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'

import { build } from 'esbuild'

/** Builds one of our programs for a test file. @returns where it is, and how it is removed */
export async function builtProgram(entry: string): Promise<{ program: string; remove(): void }> {
  const program = `.build/test-${randomUUID()}.mjs`
  await build({
    ...{ entryPoints: [entry], outfile: program, bundle: true, packages: 'external', platform: 'node' },
    ...{ format: 'esm', target: 'node20', logLevel: 'warning', tsconfig: 'tsconfig.json' },
  })
  return { program, remove: () => rmSync(program, { force: true }) }
}
