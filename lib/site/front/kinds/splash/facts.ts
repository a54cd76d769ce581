import type { Facts } from '../facts'

export const splash: Facts = {
  name: 'Splash',
  note: 'One large story with two columns beside it.',
  most: 9,
  sources: ['newest', 'section', 'topic'],
  titled: false,
}
