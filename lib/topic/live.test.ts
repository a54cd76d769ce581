import { expect, test } from 'vitest'

import { liveTopic, type TopicContent } from './live'

const flooding: TopicContent = { slug: 'flooding', name: 'Flooding', mergedInto: null }

const after = (...history: Partial<TopicContent>[]) =>
  history.reduce<ReturnType<typeof liveTopic.rows>>(
    (before, change, i) =>
      liveTopic.rows({ ...flooding, ...change }, before, {
        act: 'update',
        subject: 't1',
        revision: i,
        seq: i + 1,
        at: new Date(i),
        note: '',
        detail: {},
      }),
    { topics: [], addresses: [] },
  )

test('a renamed topic leaves its old address behind', () => {
  const rows = after({}, { slug: 'floods', name: 'Floods' })
  expect(rows.topics).toEqual([{ subject: 't1', slug: 'floods', name: 'Floods' }])
  expect(rows.addresses).toMatchObject([{ path: '/topics/flooding', state: 'moved', target: 't1' }])
})

test('a merged topic is no page of its own; all its addresses lead to the one that took it over, and on', () => {
  const merged = after({}, { slug: 'floods' }, { slug: 'floods', mergedInto: 't2' })
  expect(merged.topics).toEqual([])
  expect(merged.addresses.map(({ path, target }) => [path, target]).sort()).toEqual([
    ['/topics/flooding', 't2'],
    ['/topics/floods', 't2'],
  ])
  const again = after({}, { mergedInto: 't2' }, { mergedInto: 't3' })
  expect(again.addresses).toMatchObject([{ path: '/topics/flooding', target: 't3', seq: 3 }])
})

test('keys name the topic, its addresses and the topic that they lead to', () => {
  expect(liveTopic.keys(after({}, { mergedInto: 't2' }))).toEqual(['path:/topics/flooding', 'topic:t2'])
  expect(liveTopic.keys(after({}))).toEqual(['topic:t1', 'path:/topics/flooding'])
})
