import { log } from '#lib/log'
import { readTail, startTail, type Tail } from '#lib/story/log/tail'
import { readName } from '#lib/story/text-name'

import type { Room } from './room'

/** How often other processes' rows are looked for, in milliseconds. */
const EVERY = 200

/** Brings what other processes append into the rooms that are open here. */
export function makeFollower(rooms: ReadonlyMap<string, Room>) {
  let tail: Promise<Tail> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let reading: Promise<void> = Promise.resolve()

  async function read() {
    if (!tail) return
    const storyIds = new Set([...rooms.keys()].map((name) => readName(name).storyId))
    for (const { storyId, fork, update } of await readTail(await tail, storyIds))
      for (const [name, room] of rooms) {
        const text = readName(name)
        // A story's rows are for its forks, too.
        if (text.storyId === storyId && (fork === '' || fork === text.fork)) room.follow(update)
      }
  }

  /** One after another: each begins where the one before it ended. */
  const readOn = () => (reading = reading.catch(() => undefined).then(read))

  async function loop() {
    await readOn().catch((error) => log.error({ err: error }, 'the log of other processes was not read'))
    if (!rooms.size) tail = undefined
    timer = tail && setTimeout(loop, EVERY)
  }

  return {
    readOn,
    /** To be awaited before a room of the map is loaded: what is appended from then on is followed. */
    async start() {
      if (!tail) {
        tail = startTail()
        timer = setTimeout(loop, EVERY)
        tail.catch(() => (tail = undefined))
      }
      await tail
    },
    stop() {
      clearTimeout(timer)
      tail = undefined
    },
  }
}
