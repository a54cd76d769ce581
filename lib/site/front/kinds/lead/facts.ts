import type { Facts } from '../facts'

export const lead: Facts = {
  name: 'Lead and latest',
  note: 'One story over nine columns, up to three below it, and the newest of the paper beside it.',
  most: 4,
  sources: ['newest'],
  titled: false,
}
