import { expect, test } from 'vitest'

import { defaultFront } from './default'
import { FrontForm } from './form'
import { facts } from './kinds/facts'

const section = (id: string, colour = 'river') => ({ id, slug: id, name: id, colour })

test('home has a lead, a splash, voices, three columns, an essay and briefs, and lists of what is left', () => {
  const { containers } = defaultFront(
    'home',
    ['a', 'b', 'c', 'd'].map((id) => section(id)).toSpliced(1, 0, section('v', 'opinion')),
  )
  expect(containers.map(({ id }) => id).join(' ')).toBe(
    'lead splash opinion-v column-a column-b column-c essay briefs list-d',
  )
})

test('a section’s and a topic’s front is filled from there alone', () => {
  const source = { of: 'section', id: 'river' }
  expect(defaultFront('section:river', [section('river')]).containers).toMatchObject([{ kind: 'opener', source }])
  expect(defaultFront('topic:hinges', []).containers).toMatchObject([{ source: { of: 'topic', id: 'hinges' } }])
})

test('all of them may be so', () => {
  for (const id of ['home', 'section:a', 'topic:a'] as const) {
    const front = defaultFront(id, [section('a'), section('v', 'opinion')])
    expect(FrontForm.parse(front)).toEqual(front)
    for (const { kind, source } of front.containers) expect(facts[kind].sources).toContain(source.of)
  }
})
