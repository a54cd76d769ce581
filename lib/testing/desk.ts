import { beforeAll, beforeEach } from 'vitest'

import { databaseForAll, databaseForEach } from './database'
import { newsroom } from './newsroom'

type Desk = Awaited<ReturnType<typeof newsroom>>

/** The people of one newsroom, in a database of its own, for all tests of a file; they are there once its tests begin. */
export function deskForAll(): Desk {
  databaseForAll()
  return filled(beforeAll)
}

/** The same, another one for each test. */
export function deskForEach(): Desk {
  databaseForEach()
  return filled(beforeEach)
}

function filled(before: typeof beforeAll | typeof beforeEach): Desk {
  const desk = {} as Desk
  before(async () => void Object.assign(desk, await newsroom()))
  return desk
}
