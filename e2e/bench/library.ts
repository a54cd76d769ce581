import { atMost, type Figure, median } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'
import { withAdmin } from '../support/typists'

/** Milliseconds for a whole screen of a library of 100,000 pictures: its newest, and one for which all of it is looked through. */
const goal = { list: 150, search: 400 }

/** The library's screen, from the request to the last byte, as somebody at the desk gets it. */
export async function library({ short }: { short: boolean }): Promise<Figure[]> {
  const count = short ? 5_000 : 100_000
  const server = await startServer(withAdmin)
  const press = startPress(server)
  try {
    const middle = await press.shelve(count)
    const { cookie } = await press.signIn()
    const screens: [name: string, query: string, goal: number][] = [
      ['its newest', '', goal.list],
      ['a page in the middle', `?after=${middle}.z`, goal.list],
      ['a word of every tenth', '?q=ferry', goal.list],
      ['a word of every thousandth', '?q=comet', goal.search],
      ['a word of none', '?q=zeppelin', goal.search],
      ['what is unused', '?show=unused', goal.search],
      ['what has no alt text', '?show=no-alt', goal.search],
      ['what is live: nothing', '?show=live', goal.search],
    ]
    const figures: Figure[] = []
    for (const [name, query, most] of screens) {
      const times: number[] = []
      for (let i = -2; i < (short ? 3 : 15); i += 1) {
        const began = performance.now()
        const answer = await fetch(`${server.baseUrl}/desk/media${query}`, { headers: { cookie } })
        const text = await answer.text()
        if (answer.status !== 200 || !text.includes('Library')) throw new Error(`${query} answered ${answer.status}`)
        // The first are everybody's first work.
        if (i >= 0) times.push(performance.now() - began)
      }
      figures.push(
        atMost(most, `the library of ${count.toLocaleString('en-GB')}, ${name}`, median(times), short, 'p50'),
      )
    }
    return figures
  } finally {
    await press.close()
    await server.stop()
  }
}
