import type { Facts } from '../facts'

export const essay: Facts = {
  name: 'Picture essay',
  note: 'One story with a wide picture and three more of its pictures.',
  most: 1,
  sources: ['section', 'topic', 'newest'],
  titled: false,
}
