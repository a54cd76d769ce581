import type { Facts } from '../facts'

export const column: Facts = {
  name: 'Column',
  note: 'One section in a column of its own. Up to three that follow one another stand side by side.',
  most: 6,
  sources: ['section', 'topic', 'newest'],
  titled: true,
  abreast: 3,
}
