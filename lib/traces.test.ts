import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { afterAll, expect, test } from 'vitest'

import { toSources } from './traces'

const folder = mkdtempSync(join(tmpdir(), 'stet-traces-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a frame of a built file is told by its source; one without a map stays', () => {
  const source = 'export function fail() {\n\n  throw new Error("here")\n}\n'
  const { code, map } = transformSync(source, { sourcemap: true, sourcefile: 'lib/failing.ts', minify: true })
  const built = join(folder, 'built.mjs')
  writeFileSync(built, code)
  writeFileSync(`${built}.map`, map)

  const column = code.indexOf('throw') + 1
  const stack = `    at fail (file://${built}:1:${column})\n    at other (${join(folder, 'other.js')}:7:3)`
  const [first, second] = toSources(stack).split('\n')

  expect(first).toMatch(/^ {4}at fail \(.*lib\/failing\.ts:3:3\)$/)
  expect(second).toBe(`    at other (${join(folder, 'other.js')}:7:3)`)
})
