import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { forgetUploads, listParts } from './parts'

const folder = mkdtempSync(join(tmpdir(), 'stet-parts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date()
const day = 86_400_000

/** A file of some name that was last written so many milliseconds ago. */
async function write(name: string, age: number, text = 'x') {
  await writeFile(join(folder, name), text)
  const at = new Date(now.getTime() - age)
  await utimes(join(folder, name), at, at)
}
const begin = async (id: string, age: number, written = age) => {
  const creation_date = new Date(now.getTime() - age)
  const metadata = { person: 'kit', name: 'a.jpg' }
  await write(`${id}.json`, age, JSON.stringify({ id, size: 9, offset: 0, metadata, creation_date }))
  await write(id, written)
}

test('a day after it was begun a file is forgotten, with its note; and so are results and what has no other half', async () => {
  for (const name of ['results', '.parts']) await mkdir(join(folder, name))
  await begin('fresh', day - 1000)
  await begin('old', day + 1000)
  await begin('old-but-still-coming', day + 1000, 0)
  for (const [name, age] of [
    ['new', day - 1000],
    ['old', day + 1000],
  ] as const)
    for (const kind of ['bytes-alone', 'results/', '.parts/']) await write(`${kind}-${name}`, age)
  await write('cut-off.json', day + 1000, '{"id":')
  expect((await listParts(folder)).map(({ id }) => id).sort()).toEqual(['fresh', 'old', 'old-but-still-coming'])
  await forgetUploads(folder, now)
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    '.parts',
    '.parts/-new',
    'bytes-alone-new',
    'fresh',
    'fresh.json',
    'results',
    'results/-new',
  ])
})

test('where nothing was ever sent there is nothing to forget', async () => {
  await forgetUploads(join(folder, 'none'), now)
  expect(await listParts(join(folder, 'none'))).toEqual([])
})
