import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

import { type RunningServer, startServer } from './server'
import { admin, test as base } from './test'

/** What a probe sends: `path` goes out as it is written, for no client of ours tidies it. */
export type Probe = { path: string; method?: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; text: string; headers: IncomingMessage['headers'] }

type Probing = {
  /** It tells of each page whether it was kept. */
  server: RunningServer
  /** A browser's in which an admin is signed in, whose pages nobody else may get. */
  cookie: string
  /** Asks for a page as another process on the same newsroom makes it, which no probe ever reached. */
  clean: (path: string) => Promise<Answer>
}

export async function ask(
  { port }: RunningServer,
  { path, method = 'GET', headers = {}, body }: Probe,
): Promise<Answer> {
  const req = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { host: `localhost:${port}`, ...headers },
    agent: false,
  })
  req.end(body)
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of res.setEncoding('utf8')) text += part
  return { status: res.statusCode ?? 0, text, headers: res.headers }
}

export const test = base.extend<object, Probing>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const env = { STET_ADMIN_EMAIL: admin.email, STET_ADMIN_PASSWORD: admin.password, STET_CACHE_HEADER: '1' }
      const server = await startServer({ env, demo: true })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  cookie: [async ({ press }, use) => use((await press.signIn()).cookie), { scope: 'worker' }],
  clean: [
    async ({ server }, use) => {
      const other = await startServer({ beside: server })
      await use(async (path) => {
        const { status, text, headers } = await ask(other, { path })
        const [theirs, ours] = [other.baseUrl, server.baseUrl]
        const alike = text.replaceAll(theirs, ours).replaceAll(encodeURIComponent(theirs), encodeURIComponent(ours))
        return { status, text: alike, headers }
      })
      await other.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})
