import { afterEach, expect, test } from 'vitest'

import { install } from '#lib/db/client'
import { testDatabase } from '#lib/testing/database'

import { health } from './health'

afterEach(() => install(undefined))

test('a database that answers is well, and the log’s position is told', async () => {
  const database = await testDatabase()
  expect(await health()).toMatchObject({ status: 'ok', log: 0 })
  await database.drop()
})

test('one that does not answer in time is not waited for', async () => {
  // A query that never ends.
  const never = new Proxy({}, { get: (_, name) => (name === 'then' ? () => {} : () => never) })
  install(never as never)
  expect(await health(20)).toMatchObject({ status: 'failing', log: null })
})
