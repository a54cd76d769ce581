import type { Facts } from '../facts'

export const opinion: Facts = {
  name: 'Opinion',
  note: 'Voices, with their faces, on a band of their own.',
  most: 4,
  sources: ['section', 'topic'],
  titled: true,
}
