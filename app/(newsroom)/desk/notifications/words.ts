import type { Kind } from '#lib/notification/tables'

type Told = { kind: Kind; by: string | null; storyId: string; commentId: string | null }

const acts: Record<Kind, string> = {
  mention: 'mentioned you',
  reply: 'answered you',
  assigned: 'assigned this story to you',
  'sent-back': 'sent this story back',
  'taken-over': 'took this story over',
  'preview-approved': 'with a preview link approved this story',
  'preview-comment': 'with a preview link commented on this story',
}

/** `Sal Venn mentioned you`. */
export const toldWords = ({ kind, by }: Pick<Told, 'kind' | 'by'>) => `${by ?? 'Somebody'} ${acts[kind]}`

/** Where what is told stands: the comment itself, where it is one. */
export const toldAddress = ({ storyId, commentId }: Pick<Told, 'storyId' | 'commentId'>) =>
  `/desk/stories/${storyId}${commentId ? `?comment=${commentId}` : ''}`
