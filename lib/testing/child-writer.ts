import { eq, sql } from 'drizzle-orm'

import { open } from '#lib/db/client'

import { samples } from './conformance-tables'

// 50 writers, each reading a count and writing it back, ten times; prints "ready", then how many writes failed.
const db = open(process.env.CHILD_DATABASE!)
console.log('ready')

const writer = async () => {
  let failures = 0
  for (let i = 0; i < 10; i++)
    await db
      .write(async (tx) => {
        const [row] = await tx.select({ count: samples.count }).from(samples).where(eq(samples.name, 'shared'))
        await tx
          .update(samples)
          .set({ count: row!.count + 1, version: sql`${samples.version} + 1` })
          .where(eq(samples.name, 'shared'))
      })
      .catch((error) => {
        failures += 1
        console.error(error)
      })
  return failures
}
const failures = await Promise.all(Array.from({ length: 50 }, writer))
await db.close()
console.log(failures.reduce((a, b) => a + b))
