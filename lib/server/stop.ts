import type { Server } from 'node:http'

import { log } from '#lib/log'

/** In order: what must be done before the process may end. */
export type Closing = { name: string; close: () => unknown }

/**
 * Ends a process in good order: takes no new connections, lets requests under way finish, then closes the parts one
 * after another (rooms flush, jobs stop, the database closes last).
 * @param deadline ms for all of it; then whatever is left is cut
 * @returns whether all was closed in time
 */
export async function closeAll(server: Server, parts: Closing[], deadline = 9_000): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), deadline).unref())
  const orderly = async () => {
    const drained = new Promise<void>((resolve) => server.close(() => resolve()))
    // Closing ends what is idle now; a connection whose answer is still under way goes idle later.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    // Sockets of co-editing are none of the server's requests: the first part says goodbye to them.
    const [rooms, ...rest] = parts
    await closePart(rooms)
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, deadline / 2).unref())])
    clearInterval(idle)
    server.closeAllConnections()
    for (const part of rest) await closePart(part)
    return true
  }
  return Promise.race([orderly(), late])
}

async function closePart(part: Closing | undefined) {
  try {
    await part?.close()
  } catch (error) {
    log.error({ err: error }, `closing ${part?.name}`)
  }
}
