import type { Facts } from '../facts'

export const briefs: Facts = {
  name: 'Briefs',
  note: 'Short stories run in one after another, in four columns.',
  most: 12,
  sources: ['section', 'topic', 'newest'],
  titled: true,
}
