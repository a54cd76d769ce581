import { type Answer, get, type Limits } from './get'

export type Listener = { host: string; port: number; baseUrl: string }

/** Where a listener on all of a machine's addresses is reached from the machine itself. */
const reached: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/**
 * Asks this server itself, over HTTP, as a reader would who typed the paper's address: the only request that may go to
 * an address which is not public, as it is that of the configuration.
 * @param path with its query, from the slash on
 */
export function askOwn({ host, port, baseUrl }: Listener, path: string, limits: Limits): Promise<Answer> {
  const { host: named } = new URL(baseUrl)
  const at = { host: reached[host] ?? host, port, path }
  return get(new URL(`http://${named}`), limits, { ...at, headers: { host: named, 'user-agent': 'Stet' } })
}

/** Whether the paper's address leads to somewhere else before it leads here: a proxy, a CDN, another machine. */
export function isElsewhere({ host, port, baseUrl }: Listener): boolean {
  const { protocol, hostname, port: named } = new URL(baseUrl)
  const own = ['localhost', '127.0.0.1', '[::1]', host, `[${host}]`]
  return protocol !== 'http:' || Number(named || 80) !== port || !own.includes(hostname)
}
