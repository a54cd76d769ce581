import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'

import { unpacked } from './canary-finder'
import type { Probe } from './canary-twists'

/** An answer as it was read: `head` is the status, and the headers but for those that no two answers share. */
export type Told = { status: number; head: string; text: string; location: string; answered: number }

/** They differ from answer to answer, whatever was asked. */
const own = ['date', 'x-request-id', 'connection', 'keep-alive']

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** Asks as nobody in particular, in just these bytes. */
export async function ask(port: number, { path, method = 'GET', headers = {}, body }: Probe): Promise<Told> {
  const host = `localhost:${port}`
  const origin = method === 'POST' ? { origin: `http://${host}` } : {}
  const req = request({ host: '127.0.0.1', port, path, method, agent, headers: { host, ...origin, ...headers } })
  req.end(body)
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of res) parts.push(part)
  const text = unpacked(Buffer.concat(parts), res.headers['content-encoding']).toString()
  const head = Object.entries(res.headers).filter(([name]) => !own.includes(name))
  // A policy's nonce is drawn anew each time, and so is a key of Next's.
  const [nonce] = /(?<='nonce-)[^']+/.exec(String(res.headers['content-security-policy'])) ?? []
  const plain = (said: string) =>
    (nonce ? said.replaceAll(nonce, 'nonce') : said).replace(/(\$L\w+\\?",\\?")[\w-]{22}(?=\\?")/g, '$1key')
  return {
    status: res.statusCode ?? 0,
    head: plain([res.statusCode, ...head.map(([name, value]) => `${name}: ${value}`)].join('\n')),
    text: plain(text),
    location: String(res.headers.location ?? ''),
    answered: Date.now(),
  }
}
