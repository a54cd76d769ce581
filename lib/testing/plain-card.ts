import type { Card } from '#lib/site/queries/cards'

/** What a card has of a story that presents itself in no way of its own. */
export const plainCard = {
  kicker: '',
  layout: 'standard',
  sponsor: '',
  machine: '',
  language: '',
} satisfies Partial<Card>
