import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { inFolder, sweepWork } from './work'

const scratch = mkdtempSync(join(tmpdir(), 'stet-work-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('work has a folder of its own, which is gone afterwards, whatever came of it', async () => {
  const root = join(scratch, 'root')
  const work = async (folder: string) => {
    await writeFile(join(folder, 'half'), 'x')
    expect(readdirSync(root)).toEqual([expect.stringMatching(/^film-/)])
    return folder
  }
  expect(existsSync(await inFolder(root, 'film', work))).toBe(false)
  const broken = inFolder(root, 'film', async (folder) => {
    await work(folder)
    throw new Error('killed')
  })
  await expect(broken).rejects.toThrow('killed')
  expect(readdirSync(root)).toEqual([])
})

test('what a killed process was at is deleted a day later', async () => {
  const root = join(scratch, 'left')
  const now = new Date()
  for (const [name, age] of [
    ['under-way', 86_399_000],
    ['killed', 86_401_000],
  ] as const) {
    await mkdir(join(root, name), { recursive: true })
    await writeFile(join(root, name, 'clip'), 'x')
    await utimes(join(root, name), now, new Date(now.getTime() - age))
  }
  await sweepWork(root, now)
  expect(readdirSync(root)).toEqual(['under-way'])
  await sweepWork(join(scratch, 'not-there'), now)
})
