import type { Facts } from '../facts'

export const list: Facts = {
  name: 'List',
  note: 'Stories of one section over the whole width.',
  most: 12,
  sources: ['section', 'topic', 'newest'],
  titled: true,
}
