import type { Connection } from '@hocuspocus/server'

import { log } from '#lib/log'
import { onNudge } from '#lib/story/commands/nudge'
import { lastNudge, nudgesAfter } from '#lib/story/queries/nudges'
import { readName } from '#lib/story/text-name'

import type { FromServer } from './protocol'
import type { Room } from './room'
import type { Context } from './visit'

/** How often nudges of all processes are looked for, in milliseconds. */
const EVERY = 200

/**
 * Tells the browsers in open rooms what of their story is to be read again, whichever process changed it. Who may no
 * longer write is told so at once, and so is who may again.
 */
export function makeNudger(rooms: ReadonlyMap<string, Room>, recheck: (of: Connection<Context>) => Promise<void>) {
  let told: Promise<number> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let reading: Promise<void> = Promise.resolve()

  const deaf = onNudge((storyId, about) => {
    if (about === 'hold')
      for (const [name, { document }] of rooms)
        if (readName(name).storyId === storyId)
          // What comes from now on is asked about first.
          for (const { context } of document.getConnections()) context.checkedAt = 0
    void readOn()
  })

  const readOn = () =>
    (reading = reading.then(read).catch((error) => log.error({ err: error }, 'nudges were not read')))

  async function read() {
    if (!told) return
    const from = await told
    const nudges = await nudgesAfter(from)
    told = Promise.resolve(nudges.at(-1)?.seq ?? from)
    for (const [name, { document }] of rooms) {
      const own = new Set(nudges.filter(({ storyId }) => storyId === readName(name).storyId).map(({ about }) => about))
      for (const about of own) document.broadcastStateless(JSON.stringify({ t: 'nudge', about } satisfies FromServer))
      if (own.has('hold')) await Promise.all(document.getConnections().map(recheck))
    }
  }

  async function loop() {
    await readOn()
    if (!rooms.size) told = undefined
    timer = told && setTimeout(loop, EVERY)
  }

  return {
    /** To be awaited before somebody is let into a room of the map: they hear of all that changes from then on. */
    async start() {
      if (!told) {
        told = lastNudge()
        timer = setTimeout(loop, EVERY)
        told.catch(() => (told = undefined))
      }
      await told
    },
    /** Tells somebody who has just come what was to be read again while their page was on its way. */
    async catchUp(connection: Connection<Context>) {
      const { nudged } = connection.context
      if (nudged === undefined) return
      const { storyId } = readName(connection.document.name)
      const missed = (await nudgesAfter(nudged)).filter((nudge) => nudge.storyId === storyId)
      for (const about of new Set(missed.map(({ about }) => about)))
        connection.sendStateless(JSON.stringify({ t: 'nudge', about } satisfies FromServer))
    },
    stop() {
      deaf()
      clearTimeout(timer)
      told = undefined
    },
  }
}
