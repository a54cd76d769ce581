import { atMost, type Figure, median } from '../support/long-run'
import { startServer } from '../support/server'

const goal = 1200

/** From the process's start to its first answer, over a database that is up to date. */
export async function start({ short }: { short: boolean }): Promise<Figure[]> {
  const server = await startServer()
  const times: number[] = []
  for (let round = 0; round < (short ? 3 : 9); round += 1) {
    await server.kill9()
    const began = performance.now()
    await server.restart()
    times.push(performance.now() - began)
  }
  await server.stop()
  return [atMost(goal, 'process start to first answer', median(times), short)]
}
