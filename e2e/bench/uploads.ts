import { setTimeout as sleep } from 'node:timers/promises'
import { load } from '../support/load'
import type { Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { photographer } from '../support/sending'
import { startServer } from '../support/server'

const most = 2

/**
 * What readers feel while the desk sends pictures: the p99 of a story's page at a steady pace, quiet and then with two
 * people sending pictures of 24 megapixels one after another, in turns of one run.
 */
export async function uploads({ short }: { short: boolean }): Promise<Figure[]> {
  const [turns, seconds] = short ? [1, 3] : [4, 10]
  const server = await startServer({ demo: true })
  const press = startPress(server)
  try {
    const sender = { baseUrl: server.baseUrl, cookie: await press.hire(photographer) }
    const url = server.baseUrl + (await press.publish(await press.draft()))
    // The pictures are made, and the first is taken.
    await press.sendPictures(sender, 1)
    await load(url, server.pid(), 10, 1)
    const [quiet, busy]: [number[], number[]] = [[], []]
    let sent = 0
    for (let turn = 0; turn < turns; turn += 1) {
      quiet.push((await load(url, server.pid(), 10, seconds, { rate: 200 })).p99)
      const sending = press.sendPictures(sender, seconds * 1000 + 1000)
      await sleep(500)
      busy.push((await load(url, server.pid(), 10, seconds, { rate: 200 })).p99)
      sent += await sending
    }
    const [calm, loaded] = [Math.min(...quiet), Math.min(...busy)]
    return [
      {
        name: `readers' p99 while ${sent} pictures of 24 megapixels are sent`,
        value: `${(loaded / calm).toFixed(2)} × quiet (${calm.toFixed(1)} ms, ${loaded.toFixed(1)} ms)`,
        goal: `≤ ${most} ×${short ? ', in a short run ≤ 50 ×' : ''}`,
        holds: loaded / calm <= (short ? 50 : most),
      },
    ]
  } finally {
    await press.close()
    await server.stop()
  }
}
