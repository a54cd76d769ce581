import { join } from 'node:path'

import type { Actor } from '#lib/auth/actor'
import { sync } from '#lib/media/store/durable'

import { type Replaces, readReplaces } from './beginning'
import { type Part, removePart } from './parts'
import { findResult, keepResult, type Result, refused, stands } from './results'

/** A file that has arrived whole and is on the disk; `path` is read, never written, and gone afterwards. */
export type Arrived = { id: string; path: string; name: string; size: number; replaces?: Replaces }

/**
 * Takes a file into the library. Called again with the same id when its process was killed before the result was written
 * down, so a second call must find what the first has made.
 * @returns what the browser is told, as JSON
 * @throws Refusal: told in its place. After `busy` the file stays, and is tried again when it is asked for
 */
export type Finish = (actor: Actor, arrived: Arrived) => Promise<{ media: string } & Record<string, unknown>>

/** @returns finishes a file once, however many ask for it at once or later; `isAt` whether it is at it now */
export function makeFinisher(folder: string, finish: Finish) {
  const running = new Map<string, Promise<Result>>()

  async function run(actor: Actor, { id, name, size, replaces }: Part): Promise<Result> {
    const known = await findResult(folder, id)
    if (known) return known
    const path = join(folder, id)
    await sync(path)
    const outcome = await finish(actor, {
      id,
      path,
      name,
      size,
      replaces: replaces ? readReplaces(replaces) : undefined,
    }).then(
      (body) => ({ status: 200, body }),
      (error) => {
        if (!stands(error)) throw error
        return refused(error)
      },
    )
    const result = { person: actor.id, size, ...outcome }
    await keepResult(folder, id, result)
    await removePart(folder, id)
    return result
  }

  return {
    isAt: (id: string) => running.has(id),
    take(actor: Actor, part: Part): Promise<Result> {
      const taking = running.get(part.id) ?? run(actor, part).finally(() => running.delete(part.id))
      running.set(part.id, taking)
      return taking
    },
  }
}
