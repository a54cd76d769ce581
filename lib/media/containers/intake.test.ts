import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { mp4Of, pictures, places, silence, told } from '#lib/testing/clips/mp4'
import { buildProgram } from '#lib/testing/program'

import { takeClip } from './intake'
import { readContainer } from './read'

let child: Awaited<ReturnType<typeof buildProgram>>
const folder = mkdtempSync(join(tmpdir(), 'stet-clips-'))
beforeAll(async () => {
  child = await buildProgram('lib/media/containers/intake-child.ts')
})
afterAll(() => {
  child.remove()
  rmSync(folder, { recursive: true })
})

let count = 0
function sent(bytes: Buffer) {
  const file = join(folder, `sent-${++count}`)
  const into = `${file}-made`
  writeFileSync(file, bytes)
  mkdirSync(into)
  return [file, into] as const
}
const film = mp4Of([pictures(9), silence(9), places('the harbour')], { inMoov: told('The ferry') })

test('a film becomes a copy without its metadata, and what is to be known of it', async () => {
  const [file, into] = sent(film)
  const taken = await takeClip(file, into, { program: child.file })
  const kept = readFileSync(taken.file)
  expect(taken).toMatchObject({ kind: 'video', type: 'video/mp4', title: 'The ferry', width: 16, height: 16 })
  expect(taken).toMatchObject({ bytes: kept.length, sha256: createHash('sha256').update(kept).digest('hex') })
  expect(kept.toString('latin1')).not.toMatch(/The ferry|the harbour/)
  expect(await readContainer(taken.file)).toMatchObject({ format: 'mp4', seconds: taken.seconds })
})

test('what is wrong is told, whether it is seen when it is read or when it is copied; nothing is left', async () => {
  const [file, into] = sent(film.subarray(0, film.length - 100))
  await expect(takeClip(file, into, { program: child.file })).rejects.toMatchObject({
    ...{ name: 'Refusal', reason: 'invalid', message: expect.stringMatching(/^This f.*\.$/) },
  })
  const tables = Buffer.from(film)
  tables.fill(255, tables.indexOf('stco') + 12, tables.indexOf('stco') + 16)
  const [other, to] = sent(tables)
  await expect(takeClip(other, to, { program: child.file })).rejects.toMatchObject({ reason: 'invalid' })
  expect([existsSync(join(into, 'clip')), existsSync(join(to, 'clip'))]).toEqual([false, false])
})

test('a folder that cannot be written to is a fault of ours, not of the film', async () => {
  const [file] = sent(film)
  await expect(takeClip(file, join(folder, 'none'), { program: child.file })).rejects.toThrow(
    'could not be written: ENOENT',
  )
})

test('one that takes too long is refused in words', async () => {
  const slow = join(folder, 'slow.mjs')
  writeFileSync(slow, 'for (;;);')
  await expect(takeClip(...sent(film), { program: slow, patience: 300 })).rejects.toMatchObject({
    ...{ name: 'Refusal', reason: 'too-large', message: expect.stringContaining('takes too long to read') },
  })
})
