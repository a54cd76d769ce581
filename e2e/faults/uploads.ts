import { setTimeout as sleep } from 'node:timers/promises'

import type { Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { beginSending, photograph, photographer, sendFile, sendRest, sentOf } from '../support/sending'
import { type RunningServer, startServer } from '../support/server'
import { smallDisk } from '../support/small-disk'

/**
 * Pictures are sent while the server is killed again and again, then while its disk is full: each goes on where it was, and
 * is in the library once and whole, or not at all; no file is left that nothing knows of.
 */
export async function uploads({ short }: { short: boolean }): Promise<Figure[]> {
  return [await killed(short ? 3 : 30), ...(await full())]
}

async function killed(rounds: number): Promise<Figure> {
  const server = await startServer({ demo: true })
  const press = startPress(server)
  try {
    const sender = { baseUrl: server.baseUrl, cookie: await press.hire(photographer) }
    const { media: before } = await press.lookThroughStore()
    const sent: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const file = await photograph(2400, 1600, round)
      const path = await beginSending(sender, `round ${round}.jpg`, file.length)
      const half = Math.floor(file.length / 2)
      const first = sendRest(sender, path, file.subarray(0, half)).catch(() => undefined)
      // Killed while it is sent, while it is taken in, and a little after.
      if (round % 3) await first
      const second = round % 3 ? sendRest(sender, path, file, half).catch(() => undefined) : undefined
      await sleep((round * 97) % 500)
      await server.kill9()
      await Promise.all([first, second])
      await server.restart()
      const has = await sentOf(sender, path)
      if (has === undefined) throw new Error(`Round ${round}: nothing is known of the file.`)
      const { status, media } = await sendRest(sender, path, file, has)
      if (status !== 200 || !media) throw new Error(`Round ${round}: the file was answered with ${status}.`)
      sent.push(media)
    }
    await press.sweepLibrary()
    const { media, orphans, incomplete } = await press.lookThroughStore()
    const missing = sent.filter((id) => !media.includes(id))
    const extra = media.length - before.length - new Set(sent).size
    return {
      name: `${rounds} pictures sent, the server killed at each`,
      value: `${missing.length} missing, ${extra} twice, ${incomplete.length} not whole, ${orphans.length} files of nothing`,
      goal: 'each in the library once and whole, no other file',
      holds: !missing.length && !extra && !incomplete.length && !orphans.length,
    }
  } finally {
    await press.close()
    await server.stop()
  }
}

/** Where a disk of its own may be made. */
async function full(): Promise<Figure[]> {
  // No file is begun where less than 250 MB are free.
  const disk = smallDisk(400)
  if (!disk) return []
  const server = await startServer({ demo: true, env: { STET_DATA: disk.path } })
  try {
    return [await onFullDisk(server, disk.fill)]
  } finally {
    await server.stop()
    disk.remove()
  }
}

async function onFullDisk(server: RunningServer, fill: () => () => void): Promise<Figure> {
  const press = startPress(server)
  try {
    const sender = { baseUrl: server.baseUrl, cookie: await press.hire(photographer) }
    const { media: before } = await press.lookThroughStore()
    const file = await photograph(2400, 1600)
    const path = await beginSending(sender, 'full.jpg', file.length)
    await sendRest(sender, path, file.subarray(0, 1000))
    const free = fill()
    const refused = await sendRest(sender, path, file, 1000)
    free()
    const during = await press.lookThroughStore()
    const has = (await sentOf(sender, path)) ?? -1
    const then = has < 0 ? await sendFile(sender, 'full.jpg', file) : await sendRest(sender, path, file, has)
    await press.sweepLibrary()
    const after = await press.lookThroughStore()
    const more = ({ media }: typeof after) => media.length - before.length
    const left = [...during.incomplete, ...after.incomplete, ...after.orphans]
    return {
      name: 'a picture sent while the disk is full, and again when there is room',
      value: `${refused.status} ${refused.message ?? ''}, then ${then.status}; ${more(during)} then, ${more(after)} now, ${left.length} half or of nothing`,
      goal: 'refused in words, then taken; nothing half in the library or the store',
      holds: refused.status >= 400 && then.status === 200 && more(during) === 0 && more(after) === 1 && !left.length,
    }
  } finally {
    await press.close()
  }
}
