import type { Facts } from '../facts'

export const opener: Facts = {
  name: 'Lead and next',
  note: 'One story over eight columns, and as many beside it as end with it.',
  most: 8,
  sources: ['section', 'topic', 'newest'],
  titled: false,
}
