import type * as Y from 'yjs'

import { db } from '#lib/db/client'

import { loadLog } from './read'

/** The story's document as its log has it now, for a room that opens. */
export const openLog = (storyId: string): Promise<Y.Doc> => loadLog(db, storyId)
