import type { Facts } from '../facts'

export const topic: Facts = {
  name: 'Topic',
  note: 'What the paper has on one topic: the newest large, the rest as headlines.',
  most: 7,
  sources: ['topic'],
  titled: true,
}
