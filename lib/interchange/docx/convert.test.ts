import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'

import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { wordFile, wordParagraph } from '#lib/testing/zip'

import { convertWord } from './convert'

// Inside the project, so that packages are found.
const program = `.build/test-${randomUUID()}.mjs`
const stuck = `.build/test-${randomUUID()}.mjs`
const greedy = `.build/test-${randomUUID()}.mjs`

beforeAll(async () => {
  await build({
    entryPoints: ['lib/interchange/docx/child.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: program,
    logLevel: 'silent',
  })
  writeFileSync(stuck, 'for (;;) {}')
  writeFileSync(greedy, 'const all = []; for (;;) all.push(new Array(1000).fill(all.length))')
})
afterAll(() => [program, stuck, greedy].forEach((file) => void rmSync(file, { force: true })))

test('a process of its own answers with the text, or with what is wrong', async () => {
  const made = await convertWord(wordFile(wordParagraph('The gates held.')), { program })
  expect(made).toMatchObject({ blocks: [{ type: 'paragraph', content: [{ text: 'The gates held.' }] }], pictures: 0 })
  await expect(convertWord(Buffer.from('%PDF-1.7'), { program })).rejects.toMatchObject({ reason: 'invalid' })
})

test('one that does not end is killed', async () => {
  await expect(convertWord(Buffer.from('x'), { program: stuck, patience: 300 })).rejects.toMatchObject({
    reason: 'too-large',
  })
})

test('one that needs more memory than it gets ends by itself, and nobody else', async () => {
  await expect(convertWord(Buffer.from('x'), { program: greedy, heap: 40 })).rejects.toMatchObject({
    reason: 'too-large',
  })
})

test('nobody waits any more: it is killed', async () => {
  const control = new AbortController()
  const waiting = convertWord(Buffer.from('x'), { program: stuck, signal: control.signal })
  control.abort()
  await expect(waiting).rejects.toThrow(/abort/i)
})
