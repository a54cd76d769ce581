import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { config, dataKey } from '#lib/config'

import type { Known } from './walk'

/** A noted head; `damaged`: it was not signed here, or is not as it was signed. */
export type Head = Known & { damaged: boolean }

const folderOf = () => join(/* turbopackIgnore: true */ config().data, 'audit-head')

const sign = (seq: number, hash: string) =>
  createHmac('sha256', dataKey('audit-head')).update(`${seq} ${hash}`).digest()

/**
 * How far the audit has come, signed, beside its key and outside the database: one whose end was cut off cannot hide it.
 * Each head is a file of its own, named by its number, so processes that share the folder need no lock, and the highest
 * wins whoever writes last.
 */
export function readHeads(): Head[] {
  const names = unlessGone(() => readdirSync(folderOf())) ?? []
  return names
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((name) => {
      const text = unlessGone(() => readFileSync(join(folderOf(), name), 'utf8'))
      return text === undefined ? [] : toHead(Number(name), text)
    })
}

function toHead(seq: number, text: string): Head {
  const [hash = '', signature = ''] = text.trim().split(' ')
  const given = Buffer.from(signature, 'hex')
  return { seq, hash, damaged: given.length !== 32 || !timingSafeEqual(given, sign(seq, hash)) }
}

/** Another process may take a head away that is needed no more. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Notes a head; one of the same number that says otherwise stays, as it tells of a chain that is no more.
 * @param agrees whether the chain has, or has cut at the end of its time, what an earlier head says: then that is
 *   needed no more
 */
export async function writeHead({ seq, hash }: Known, agrees: (head: Known) => Promise<boolean>): Promise<void> {
  const folder = folderOf()
  const own = join(folder, `.${randomBytes(6).toString('hex')}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeSynced(own, `${hash} ${sign(seq, hash).toString('hex')}\n`)
    await link(own, join(folder, String(seq))).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(own, { force: true })
  }
  for (const head of readHeads()) if (head.seq < seq && !head.damaged && (await agrees(head))) await dropHead(head.seq)
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

export const dropHead = (seq: number): Promise<void> => rm(join(folderOf(), String(seq)), { force: true })
