import type { Figure } from '../support/long-run'
import { startServer } from '../support/server'

/** SIGTERM ends the server in good order and in time, with a reader's request under way. */
export async function stop(): Promise<Figure[]> {
  const server = await startServer()
  const asked = fetch(`${server.baseUrl}/api/health`).then((answer) => answer.status)
  const began = performance.now()
  const [code, status] = await Promise.all([server.stop(), asked])
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  return [
    {
      name: 'SIGTERM',
      value: `exit ${code} after ${seconds} s, answer ${status}`,
      goal: 'exit 0 in ≤ 10 s, answer 200',
      holds: code === 0 && Number(seconds) <= 10 && status === 200,
    },
  ]
}
