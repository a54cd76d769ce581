import { forbiddenBlocks } from './blocks'
import type { Forbidden } from './make'
import { forbiddenShapes, forbiddenUpdates } from './shapes'

/** Everything that no update may do to a story, whoever sends it. */
export const forbidden: Forbidden[] = [...forbiddenBlocks, ...forbiddenShapes, ...forbiddenUpdates]
