import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type SlowDatabase = Awaited<ReturnType<typeof slowDatabase>>

/**
 * Stands between a server and PostgreSQL. What asks for a held word is not answered until it is let go; all else
 * passes.
 * @param database its address
 */
export async function slowDatabase(database: string) {
  let word: string | undefined
  let held: (() => void)[] = []
  const open = new Set<Socket>()

  const proxy = createServer((client) => {
    const { hostname, port } = new URL(database)
    const server = connect(Number(port), hostname)
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {}).on('close', () => open.delete(socket) && other.destroy())
    }
    client.on('data', (message) => {
      if (word && message.includes(word) && !server.isPaused()) {
        server.pause()
        held.push(() => server.resume())
      }
      server.write(message)
    })
    server.on('data', (message) => client.write(message))
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')

  const url = new URL(database)
  url.hostname = '127.0.0.1'
  url.port = String((proxy.address() as AddressInfo).port)
  return {
    url: url.href,
    hold(asked: string) {
      word = asked
    },
    /** How many connections wait. */
    held: () => held.length,
    letGo() {
      word = undefined
      for (const go of held) go()
      held = []
    },
    close() {
      proxy.close()
      for (const socket of open) socket.destroy()
    },
  }
}
