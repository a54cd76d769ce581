import { fieldLabels } from '../room/waiting'
import { linesChanged } from './lines-changed'
import { changedFields, type Version } from './versions'

/** `Headline; 2 blocks changed; topics`; '' where both say the same. */
export function changesSince(was: Version, is: Version): string {
  const fields = changedFields(was, is).map((name) => fieldLabels[name])
  const told = [linesChanged(was, is), ...fields].filter(Boolean).join('; ')
  return told.charAt(0).toUpperCase() + told.slice(1)
}
