import { cpuOf } from '../support/cpu'
import { atMost, type Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'

const goal = 8

/** What the server spends on a story page that nobody has asked for yet: render, compression and answer. */
export async function page({ short }: { short: boolean }): Promise<Figure[]> {
  const [warming, counted] = short ? [60, 60] : [400, 400]
  const server = await startServer({ args: ['--demo'] })
  const press = startPress(server)
  try {
    const paths: string[] = []
    for (let i = 0; i < warming + counted; i += 1) paths.push(await press.publish(await press.draft()))
    await press.close()
    for (const path of paths.slice(0, warming)) await read(server.baseUrl + path)
    const before = cpuOf(server.pid())
    for (const path of paths.slice(warming)) await read(server.baseUrl + path)
    const ms = (cpuOf(server.pid()) - before) / counted
    return [atMost(goal, 'uncached story page, CPU', ms, short, `mean of ${counted} pages`)]
  } finally {
    await server.stop()
  }
}

async function read(url: string) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  await answer.arrayBuffer()
}
