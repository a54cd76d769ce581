import { db } from '#lib/db/client'

import { followLog } from './follow-log'

/** After text was appended to a story's log: lists and the slug say what it says. */
export const catchUp = (storyId: string): Promise<void> => db.write((tx) => followLog(tx, storyId))
