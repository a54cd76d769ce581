import { createServer } from 'node:http'

/** What a page is: its bytes as a reader gets them (in base64), its status, its headers: name, value, name, value … */
export type Page = { body: string; status: number; headers: string[] }

// A process of its own that does nothing but send ready bytes: what Node itself costs.
process.once('message', (pages: Record<string, Page>) => {
  const ready = new Map(
    Object.entries(pages).map(([path, { body, ...rest }]) => [path, { body: Buffer.from(body, 'base64'), ...rest }]),
  )
  const server = createServer((req, res) => {
    const page = ready.get(req.url ?? '')
    if (!page) return void res.writeHead(500).end()
    res.writeHead(page.status, page.headers)
    res.end(page.body)
  })
  server.keepAliveTimeout = 65_000
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' && address ? address.port : 0)
  })
})
process.on('disconnect', () => process.exit())
