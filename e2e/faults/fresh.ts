import { setTimeout as sleep } from 'node:timers/promises'

import type { Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'
import { shown } from './states'

/** Milliseconds after which another process's act must be seen; on SQLite at once. */
export const late = { sqlite: 0, postgres: 150 }

const is = (mark: string) => (status: number, text: string) => shown(status, text) === mark

/** One process publishes, updates and withdraws; the very next answer of another one is right each time. */
export async function fresh({ short }: { short: boolean }): Promise<Figure[]> {
  const stories = short ? 5 : 200
  const server = await startServer({ demo: true })
  const press = startPress(server)
  const wait = late[server.database ? 'postgres' : 'sqlite']
  const wrong: string[] = []
  let asked = 0
  const check = async (what: string, path: string, isRight: (status: number, text: string) => boolean) => {
    if (wait) await sleep(wait)
    const answer = await fetch(server.baseUrl + path, { redirect: 'manual' })
    asked += 1
    if (!isRight(answer.status, await answer.text())) wrong.push(`${what} at ${path}: ${answer.status}`)
  }
  try {
    for (let i = 0; i < stories; i += 1) {
      const id = await press.draft()
      const path = await press.path(id)
      const section = `/${path.split('/')[1]}`
      // Twice: what is kept now must be gone after the act.
      for (const _ of ['made', 'kept']) await check('draft', path, is('404'))
      await check('draft', section, (status, text) => status === 200 && !text.includes(`href="${path}"`))
      const first = await press.update(id)
      await check('published', path, is(first))
      await check('published', section, (_, text) => text.includes(`href="${path}"`))
      const dateline = await press.update(id)
      await check('updated', path, is(dateline))
      await check('updated', '/feed.xml', (_, text) => text.includes(`${path}<`))
      await press.withdraw(id)
      await check('withdrawn', path, is('410'))
      await check('withdrawn', '/', (status, text) => status === 200 && !text.includes(`href="${path}"`))
    }
    return [
      {
        name: `${stories} stories published, updated, withdrawn by another process`,
        value: `${asked - wrong.length} of ${asked} answers right${wrong.length ? `; ${wrong.slice(0, 5).join('; ')}` : ''}`,
        goal: wait ? `all, ${wait} ms after` : 'all, in the very next request',
        holds: wrong.length === 0,
      },
    ]
  } finally {
    await press.close()
    await server.stop()
  }
}
