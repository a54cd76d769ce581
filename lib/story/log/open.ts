import type * as Y from 'yjs'

import { db } from '#lib/db/client'

import { loadLog } from './read'

/** A text's document as its log has it now, for a room that opens. */
export const openLog = (name: string): Promise<Y.Doc> => loadLog(db, name)
