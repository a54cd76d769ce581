import { atMost, type Figure, median } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'

const goal = 30

/** Lists that a new story must be in at once, and how they are found from its path. */
const places: Record<string, (path: string) => string> = {
  'the story itself': (path) => path,
  'its section': (path) => `/${path.split('/')[1]}`,
  'the home page': () => '/',
  'the feed': () => '/feed.xml',
}

/** From the publication's command to the first answer that holds the story, each place after a publication of its own. */
export async function publish({ short }: { short: boolean }): Promise<Figure[]> {
  const rounds = short ? 5 : 25
  const server = await startServer({ demo: true })
  const press = startPress(server)
  try {
    const times: Record<string, number[]> = {}
    for (let round = -2; round < rounds; round += 1)
      for (const [place, addressIn] of Object.entries(places)) {
        const draft = await press.draft()
        const began = performance.now()
        const path = await press.publish(draft)
        await seen(server.baseUrl + addressIn(path), path)
        // The first rounds are everybody's first work.
        if (round < 0) continue
        times[place] ??= []
        times[place].push(performance.now() - began)
      }
    return Object.entries(times).map(([place, each]) => atMost(goal, `publish to seen, ${place}`, median(each), short))
  } finally {
    await press.close()
    await server.stop()
  }
}

/** Asks until the story's address stands in a page that is there. */
async function seen(url: string, path: string) {
  // Another story's address may begin with this one's.
  const address = new RegExp(`${path}(?![\\w-])`)
  const until = performance.now() + 5_000
  while (performance.now() < until) {
    const answer = await fetch(url)
    if (address.test(await answer.text()) && answer.status === 200) return
  }
  throw new Error(`${path} was not seen at ${url} within 5 s.`)
}
