import { db } from '#lib/db/client'
import { followForks } from '#lib/suggestion/commands/follow'

import { readName } from '../text-name'
import { followLog } from './follow-log'

/** After text was appended to a log: lists and the slug say what the story says, and what is suggested is noted. */
export function catchUp(name: string): Promise<void> {
  const { storyId, fork } = readName(name)
  return db.write(async (tx) => {
    if (fork) await followForks(tx, storyId)
    else await followLog(tx, storyId)
  })
}
