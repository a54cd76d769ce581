import type { StoryProps } from '../props'

export type MainAct = 'hand-in' | 'ready' | 'publish' | 'update' | 'restore'

/**
 * The next act of this person with this story; undefined when there is none to offer.
 * Who may publish is offered it at once, but for what lies in review: that is judged first.
 */
export function mainActOf(
  { may, step, live, spiked }: Pick<StoryProps, 'may' | 'step' | 'live' | 'spiked'>,
  waiting: number,
): MainAct | undefined {
  if (spiked) return may.edit ? 'restore' : undefined
  if (may.publish && live) return waiting > 0 ? 'update' : undefined
  if (may.publish && step !== 'review') return 'publish'
  if (may.moves.includes('markReady')) return 'ready'
  return may.moves.includes('handIn') ? 'hand-in' : undefined
}

export const actWords: Record<MainAct, string> = {
  'hand-in': 'Send to review',
  ready: 'Mark ready',
  publish: 'Publish…',
  update: 'Update…',
  restore: 'Take off the spike',
}
