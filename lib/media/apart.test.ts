import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { build, type Metafile } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.|^lib\/testing\//.test(file))

let loaded: Metafile['inputs']
beforeAll(async () => {
  const served = filesIn('app').filter((file) => /\/(page|layout|route|actions|not-found|template)\.tsx?$/.test(file))
  const { metafile } = await build({
    entryPoints: ['lib/server/main.ts', ...served],
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', jsx: 'automatic' },
    ...{ write: false, metafile: true, outdir: '.build', logLevel: 'silent' },
    loader: { '.css': 'empty' },
  })
  loaded = metafile.inputs
}, 60_000)

/** Rooms of which the server's process may load what hands a file on, and its types, and nothing that reads it. */
const rooms = ['lib/media/containers/', 'lib/media/captions/', 'lib/media/pixels/', 'lib/interchange/docx/']

test('the server’s process holds nothing that reads a film, a sound, captions, a picture or a Word file', () => {
  expect(Object.keys(loaded)).toContain('lib/media/commands/take-in.ts')
  const found = Object.keys(loaded).filter((file) => rooms.some((room) => file.startsWith(room)))
  expect(found.sort()).toEqual([
    'lib/interchange/docx/commands.ts',
    'lib/interchange/docx/convert.ts',
    'lib/interchange/docx/word-text.ts',
    'lib/media/captions/take.ts',
    'lib/media/containers/intake.ts',
    'lib/media/containers/taken-clip.ts',
    'lib/media/pixels/intake.ts',
    'lib/media/pixels/likeness.ts',
    'lib/media/pixels/limits.ts',
    'lib/media/pixels/taken-picture.ts',
  ])
})

test('nor any package that does', () => {
  const readers = ['sharp', 'exifreader', 'mammoth']
  const calling = Object.entries(loaded).filter(([, { imports }]) => imports.some(({ path }) => readers.includes(path)))
  expect(calling.map(([file]) => file)).toEqual([])
})

test('nothing of a picture’s own metadata is handed on: all of these keep where it was taken', () => {
  const keeps = /\b(withMetadata|keepMetadata|keepExif|withExif|withExifMerge|keepXmp)\(/
  expect([...filesIn('app'), ...filesIn('lib')].filter((file) => keeps.test(readFileSync(file, 'utf8')))).toEqual([])
})
