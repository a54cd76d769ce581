import { type Answer, get, type Limits, NotFetched } from './get'

export type Listener = { host: string; port: number; baseUrl: string }

/** Where a listener on all of a machine's addresses is reached from the machine itself. */
const reached: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/** How often a redirect is followed. */
const MOST_HOPS = 3

/**
 * Asks this server itself, over HTTP, as a reader would who typed the paper's address: the only request that may go to
 * an address which is not public, as it is that of the configuration. Redirects are followed within the paper.
 * @param path with its query, from the slash on
 * @throws NotFetched, or what the network said
 */
export async function askOwn({ host, port, baseUrl }: Listener, path: string, limits: Limits): Promise<Answer> {
  const base = new URL(baseUrl)
  const headers = { host: base.host, 'user-agent': 'Stet' }
  let at = path
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const how = { hostname: reached[host] ?? host, port, path: at, headers }
    const answer = await get(new URL(`http://${base.host}`), limits, how)
    const { location } = answer.headers
    if (answer.status < 300 || answer.status > 399 || location === undefined) return answer
    const next = URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : undefined
    if (next?.origin !== base.origin) throw new NotFetched('Sent on to another site.')
    at = next.pathname + next.search
  }
  throw new NotFetched(`Sent on more than ${MOST_HOPS} times.`)
}

/** Whether the paper's address leads to somewhere else before it leads here: a proxy, a CDN, another machine. */
export function isElsewhere({ host, port, baseUrl }: Listener): boolean {
  const { protocol, hostname, port: named } = new URL(baseUrl)
  const own = ['localhost', '127.0.0.1', '[::1]', host, `[${host}]`]
  return protocol !== 'http:' || Number(named || 80) !== port || !own.includes(hostname)
}
