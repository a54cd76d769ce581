import { expect, test } from 'vitest'

import { narrowTopics } from './narrow'

const topics = [
  { name: 'River Wend', aliases: [{ alias: 'The Wend' }] },
  { name: 'Łódź', aliases: [] },
  { name: 'Wendmouth council', aliases: [{ alias: 'County Hall' }] },
]

test.each([
  ['', ['River Wend', 'Łódź', 'Wendmouth council']],
  ['wend', ['River Wend', 'Wendmouth council']],
  ['COUNTY', ['Wendmouth council']],
  ['lodz', ['Łódź']],
  ['end', []],
  ['river hall', []],
  ['coun wend', ['Wendmouth council']],
])('%j finds %j', (query, names) => expect(narrowTopics(topics, query).map(({ name }) => name)).toEqual(names))
