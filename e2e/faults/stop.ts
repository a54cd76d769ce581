import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Figure } from '../support/long-run'
import { startServer } from '../support/server'

/** SIGTERM ends the server in good order and in time, and a request that is half sent by then is still answered. */
export async function stop(): Promise<Figure[]> {
  const server = await startServer()
  const headers = { expect: '100-continue', 'content-length': 4 }
  const asked = request(`${server.baseUrl}/api/csp-report`, { method: 'POST', headers })
  asked.flushHeaders()
  await once(asked, 'continue')
  asked.write('{ ')
  const began = performance.now()
  const ended = server.stop()
  await sleep(500)
  asked.end(' }')
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  const code = await ended
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  return [
    {
      name: 'SIGTERM with a request under way',
      value: `exit ${code} after ${seconds} s, answer ${answer.statusCode}`,
      goal: 'exit 0 in ≤ 10 s, answer 204',
      holds: code === 0 && Number(seconds) <= 10 && answer.statusCode === 204,
    },
  ]
}
