import { expect, test, vi } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { spikeStory } from '#lib/story/commands/spike'
import { deskForAll } from '#lib/testing/desk'
import { aStory } from '#lib/testing/stories'

import { readWordFile } from './commands'
import { largestWord } from './word-text'

const desk = deskForAll()

let read = 0
/** A file that tells how much of it was asked for. */
async function* file(bytes: number) {
  const part = new Uint8Array(1_000_000)
  for (let at = 0; at < bytes; at += part.length) {
    read += part.length
    yield part
  }
}
const { signal } = new AbortController()

test('no byte is read for who may not write in the story', async () => {
  const id = await aStory(desk.nadia, 'Quagga on the slipway')
  read = 0
  await expect(readWordFile(desk.kit, id, file(10), signal)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(readWordFile(desk.sal, 'nowhere', file(10), signal)).rejects.toMatchObject({ reason: 'not-found' })
  await spikeStory(desk.sal, id)
  await expect(readWordFile(desk.sal, id, file(10), signal)).rejects.toMatchObject({ reason: 'rule' })
  expect(read).toBe(0)
})

test('a file that is too large is not read to its end', async () => {
  const id = await aStory(desk.nadia, 'Gates close')
  read = 0
  await expect(readWordFile(desk.nadia, id, file(largestWord * 3), signal)).rejects.toMatchObject({
    reason: 'too-large',
  })
  expect(read).toBeLessThanOrEqual(largestWord + 1_000_000)
})

test('of one person no more than two files are held, however slowly they come, and colleagues’ are still taken', async () => {
  const id = await aStory(desk.nadia, 'Weir opens')
  let goOn = () => {}
  const slow = new Promise<void>((resolve) => (goOn = resolve))
  let begun = 0
  async function* slowly() {
    begun += 1
    await slow
    yield* file(largestWord * 2)
  }
  const sends = (actor: Actor) => readWordFile(actor, id, slowly(), signal).catch(({ reason }) => reason)
  const first = [sends(desk.nadia), sends(desk.nadia)]
  await vi.waitUntil(() => begun === 2)
  await expect(
    readWordFile(desk.nadia, await aStory(desk.nadia, 'Weir shuts'), file(10), signal),
  ).rejects.toMatchObject({
    reason: 'busy',
  })
  const others = sends(desk.sal)
  goOn()
  expect(await Promise.all([...first, others])).toEqual(['too-large', 'too-large', 'too-large'])
  // Those that were read make room.
  await expect(readWordFile(desk.nadia, id, file(largestWord * 2), signal)).rejects.toMatchObject({
    reason: 'too-large',
  })
})
