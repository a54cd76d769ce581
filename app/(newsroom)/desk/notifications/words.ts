import { type DraftRef, draftPath } from '#lib/draft/ref'
import type { Kind } from '#lib/notification/tables'

type Told = { kind: Kind; by: string | null; storyId: string | null; draft: DraftRef | null; commentId: string | null }

/** What somebody did. */
const acts = {
  mention: 'mentioned you',
  reply: 'answered you',
  assigned: 'assigned this story to you',
  'sent-back': 'sent this story back',
  'taken-over': 'took this story over',
  'preview-approved': 'with a preview link approved this story',
  'preview-comment': 'with a preview link commented on this story',
}

/** What nobody did. */
const alarms: Record<Exclude<Kind, keyof typeof acts>, string> = {
  'schedule-refused': 'Not done at its hour: it was refused',
  'schedule-failed': 'Not done at its hour: Stet has failed',
  'clock-held': 'Waits beyond its hour: the server’s clock has jumped',
  'proof-red': 'Withdrawn, and not gone everywhere',
  'media-expires': 'The time of a picture ends soon',
  report: 'A reader says that something is wrong',
}

/** `Sal Venn mentioned you`, or an alarm. */
export const toldWords = ({ kind, by }: Pick<Told, 'kind' | 'by'>) =>
  isAlarm(kind) ? alarms[kind] : `${by ?? 'Somebody'} ${acts[kind]}`

export const isAlarm = (kind: Kind): kind is keyof typeof alarms => kind in alarms

/** Where what is told stands: the comment itself, where it is one; a report in the list of all that are open. */
export function toldAddress({ kind: told, storyId, draft, commentId }: Omit<Told, 'by'>): string {
  if (told === 'report') return '/desk/reports'
  return draft ? draftPath(draft) : `/desk/stories/${storyId}${commentId ? `?comment=${commentId}` : ''}`
}
