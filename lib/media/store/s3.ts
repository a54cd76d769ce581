import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import pLimit from 'p-limit'

import { diskFull, isFull } from './full'
import { ensureFolder, ensureKey, isKey } from './keys'
import { resolveRange } from './range'
import { putFile } from './s3-put'
import { failed, piecesOf, type S3Settings, s3Requests, tagOf, usualPatience } from './s3-request'
import type { Found, MediaStore, Range } from './store'

/** Keys that S3 names at once, at most. */
const PAGE = 1000

/** Whatever speaks S3's protocol; addressed by path. */
export function s3Store(settings: S3Settings, patience = usualPatience): MediaStore {
  const ask = s3Requests(settings, patience)
  const before = settings.prefix && `${settings.prefix}/`
  const nameOf = (key: string) => {
    ensureKey(key)
    return before + key
  }

  async function size(key: string): Promise<number | undefined> {
    const answer = await ask('HEAD', nameOf(key))
    if (answer.status === 404) return undefined
    if (!answer.ok) await failed(answer, 'HEAD')
    return Number(answer.headers.get('content-length'))
  }

  async function get(key: string, range?: Range): Promise<Found | undefined> {
    if (range && 'last' in range) {
      // A part at the end is not understood everywhere.
      const whole = await size(key)
      if (whole === undefined) return undefined
      const resolved = resolveRange(range, whole)
      return resolved ? get(key, resolved) : nothingOf(whole)
    }
    const headers = range && { range: `bytes=${range.from}-${range.to ?? ''}` }
    const answer = await ask('GET', nameOf(key), { headers })
    if (answer.status === 416) {
      await answer.body?.cancel()
      return nothingOf((await size(key)) ?? 0)
    }
    if (!answer.ok) return unlessNoKey(answer)
    const length = Number(answer.headers.get('content-length'))
    const type = answer.headers.get('content-type') ?? undefined
    const stream = Readable.from(piecesOf(answer, patience.deadline), { objectMode: false })
    // Of one that is let go before it was read, nobody has begun to ask for pieces: its connection would be held.
    stream.once('close', () => answer.body?.cancel().catch(() => {}))
    const [, from, to, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? []
    if (whole) return { stream, size: Number(whole), type, range: { from: Number(from), to: Number(to) } }
    // Who does not understand ranges sends all of it.
    return { stream, size: length, type, range: range && { from: 0, to: length - 1 } }
  }

  async function remove(key: string): Promise<void> {
    const answer = await ask('DELETE', nameOf(key))
    if (!answer.ok && answer.status !== 404) await failed(answer, 'DELETE')
    await answer.body?.cancel()
  }

  async function list(prefix: string, after: string, limit: number): Promise<string[]> {
    const keys: string[] = []
    for (let start = before + after, more = true; more && keys.length < limit; ) {
      const query: Record<string, string> = {
        'list-type': '2',
        prefix: before + prefix,
        'max-keys': String(Math.min(PAGE, limit - keys.length)),
      }
      if (after || keys.length) query['start-after'] = start
      const answer = await ask('GET', '', { query })
      if (!answer.ok) await failed(answer, 'GET')
      const said = await answer.text()
      const names = [...said.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name = '']) => name)
      // What is no key of ours was put there by somebody else.
      keys.push(...names.map((name) => name.slice(before.length)).filter(isKey))
      start = names.at(-1) ?? start
      more = names.length > 0 && tagOf(said, 'IsTruncated') === 'true'
    }
    return keys
  }

  return {
    put: async (key, file, type) => putFile(ask, nameOf(key), file, type),
    get,
    size,
    async fetchTo(key, path) {
      const found = await get(key)
      if (!found) return undefined
      try {
        await pipeline(found.stream, createWriteStream(path, { mode: 0o600 }))
        return path
      } catch (error) {
        await rm(path, { force: true })
        throw isFull(error) ? diskFull() : error
      }
    },
    remove,
    async removeAll(folder) {
      ensureFolder(folder)
      const some = pLimit(8)
      for (;;) {
        const keys = await list(folder, '', PAGE)
        await Promise.all(keys.map((key) => some(() => remove(key))))
        if (keys.length < PAGE) return
      }
    },
    list,
  }
}

const nothingOf = (size: number): Found => ({ stream: Readable.from([]), size })

/** A bucket that is not there is not a file that is not there. */
async function unlessNoKey(answer: Response): Promise<undefined> {
  if (answer.status !== 404) return failed(answer, 'GET')
  const said = await answer.clone().text()
  if (said.includes('NoSuchBucket')) return failed(answer, 'GET')
}
