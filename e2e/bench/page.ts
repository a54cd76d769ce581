import { cpuOf } from '../support/cpu'
import { atMost, type Figure } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'

const goal = 8

/** What the server spends on a story page that nobody has asked for yet: render, compression and answer. */
export async function page({ short }: { short: boolean }): Promise<Figure[]> {
  const counts: Counts = short ? [60, 60] : [400, 400]
  const server = await startServer({ demo: true })
  const press = startPress(server)
  try {
    const ms = await uncached(server, press, counts)
    return [atMost(goal, 'uncached story page, CPU', ms, short, `mean of ${counts[1]} pages`)]
  } finally {
    await press.close()
    await server.stop()
  }
}

/** Pages that are read to warm up, and pages that are counted. */
type Counts = [warming: number, counted: number]

/** CPU that the server spends on a new story's page, in milliseconds: each is published, then read once. */
export async function uncached(server: RunningServer, press: Press, [warming, counted]: Counts): Promise<number> {
  const paths: string[] = []
  for (let i = 0; i < warming + counted; i += 1) paths.push(await press.publish(await press.draft()))
  for (const path of paths.slice(0, warming)) await read(server.baseUrl + path)
  const before = cpuOf(server.pid())
  for (const path of paths.slice(warming)) await read(server.baseUrl + path)
  return (cpuOf(server.pid()) - before) / counted
}

async function read(url: string) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  await answer.arrayBuffer()
}
