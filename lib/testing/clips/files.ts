import { rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import { type Clip, isFault } from '#lib/media/containers/clip'
import { readContainer } from '#lib/media/containers/read'
import { stripContainer } from '#lib/media/containers/strip'

let count = 0

/** A path where no file is yet, and none is after the test; `name` ends it, and so may lie. */
export function freshPath(name = ''): string {
  const path = join(tmpdir(), `stet-clip-${process.pid}-${++count}${name}`)
  onTestFinished(() => rmSync(path, { force: true }))
  return path
}

export function fileOf(bytes: Buffer, name = ''): string {
  const path = freshPath(name)
  writeFileSync(path, bytes)
  return path
}

export const readBytes = (bytes: Buffer, name?: string) => readContainer(fileOf(bytes, name))

/** What is read of these bytes, which must be a clip. */
export async function clipIn(bytes: Buffer): Promise<Clip> {
  const clip = await readBytes(bytes)
  if (isFault(clip)) throw new Error(clip.fault)
  return clip
}

/** What is said of these bytes, which must not be taken, when they are read or when they are stripped. */
export async function faultIn(bytes: Buffer): Promise<string> {
  const clip = await readBytes(bytes)
  if (isFault(clip)) return clip.fault
  const stripped = await stripContainer(fileOf(bytes), freshPath(), clip)
  return isFault(stripped) ? stripped.fault : 'taken'
}

/** These bytes stripped, which must work, and what they then are. */
export async function stripped(bytes: Buffer): Promise<{ bytes: Buffer; clip: Clip }> {
  const [from, to] = [freshPath(), freshPath()]
  await writeFile(from, bytes)
  const found = await stripContainer(from, to, await clipIn(bytes))
  if (isFault(found)) throw new Error(found.fault)
  return { bytes: await readFile(to), clip: found.clip }
}
