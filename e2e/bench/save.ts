import { documentOf } from '#lib/testing/collab'
import { typeBody } from '#lib/testing/log'

import { atMost, type Figure, median } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'
import { startTypist, type Typist, withAdmin } from '../support/typists'

/** Milliseconds for one, and how many in a second when so many save at once; kept on the disk. */
const goal = { one: 5, together: 400 }
const PEOPLE = 20

/** From an edit's being sent to the answer that it is kept, in the way that a publication waits for it. */
export async function save({ short }: { short: boolean }): Promise<Figure[]> {
  const server = await startServer(withAdmin)
  const press = startPress(server)
  const typists: Typist[] = []
  try {
    const me = await press.signIn()
    for (let i = 0; i < PEOPLE; i += 1) typists.push(await startTypist(server.baseUrl, await press.draft(), me, 'a'))
    const [first] = typists
    const times: number[] = []
    for (let i = -20; first && i < (short ? 30 : 500); i += 1) {
      const began = performance.now()
      await saveOne(first)
      // The first are everybody's first work.
      if (i >= 0) times.push(performance.now() - began)
    }
    const seconds = short ? 2 : 10
    const until = performance.now() + seconds * 1000
    const saves = await Promise.all(
      typists.map(async (typist) => {
        let saved = 0
        for (; performance.now() < until; saved += 1) await saveOne(typist)
        return saved
      }),
    )
    const rate = Math.round(saves.reduce((total, one) => total + one, 0) / seconds)
    return [
      atMost(goal.one, 'an edit until it is saved, p50', median(times), short),
      {
        name: `${PEOPLE} people saving at once, each in a story`,
        value: `${rate} saves/s`,
        goal: short ? 'some' : `≥ ${goal.together} saves/s`,
        holds: rate >= (short ? 1 : goal.together),
      },
    ]
  } finally {
    for (const { connection } of typists) await connection.destroy()
    await press.close()
    await server.stop()
  }
}

async function saveOne({ connection }: Typist) {
  const ydoc = documentOf(connection)
  ydoc.transact(() => typeBody('x')(ydoc))
  await connection.snapshot()
}
