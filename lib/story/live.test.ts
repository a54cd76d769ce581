import { describe, expect, test } from 'vitest'

import type { Act } from '#lib/publication/tables'

import type { StoryContent } from './content'
import { liveStory } from './live'

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  attrs: { id: 'p1' },
  content: [{ type: 'text' as const, text }],
})
const gates: StoryContent = {
  headline: 'Gates close',
  standfirst: 'At five.',
  body: { type: 'doc', content: [paragraph('The keepers come at four.')] },
  slug: 'gates-close',
  sectionId: 'river',
  topics: ['barrier', 'flooding'],
  people: ['nadia'],
  dateline: '',
  searchTitle: '',
  searchDescription: '',
  canonicalUrl: '',
}
type Rows = ReturnType<typeof liveStory.rows>
const none: Rows = { stories: [], topics: [], people: [], addresses: [] }
const hour = (n: number) => new Date(Date.UTC(2026, 4, 14, n))

/** Rows after a history of revisions; `null` withdraws. Act n is number n in the log, at n o'clock. */
const played = (...history: (Partial<StoryContent> | null)[]) =>
  history.reduce<Rows>((before, change, i) => {
    const act: Act = change ? 'publish' : 'withdraw'
    const stamp = {
      act,
      subject: 's1',
      revision: change ? 100 + i : null,
      seq: i + 1,
      at: hour(i + 1),
      note: change ? '' : 'It was wrong.',
    }
    return liveStory.rows(change && { ...gates, ...change }, before, stamp)
  }, none)

const signs = (rows: Rows) => rows.addresses.map(({ path, state }) => `${path} ${state}`).sort()

describe('an update', () => {
  test('keeps the place and the hour of the first publication', () => {
    const [story] = played({}, { headline: 'Gates closed' }).stories
    expect(story).toMatchObject({
      id: 1,
      publishedAt: hour(1),
      updatedAt: hour(2),
      revision: 101,
      headline: 'Gates closed',
    })
  })

  test('that only tags or moves the story tells readers of no update', () => {
    const { stories, topics } = played({}, { topics: ['flooding'], slug: 'gates' })
    expect(stories[0]).toMatchObject({ updatedAt: hour(1), slug: 'gates', revision: 101 })
    expect(topics).toEqual([{ subject: 's1', topicId: 'flooding', position: 0, publishedAt: hour(1), storyId: 1 }])
  })
})

describe('addresses', () => {
  test('a changed slug or section leaves the old one as moved', () => {
    expect(signs(played({}, { slug: 'gates' }, { slug: 'gates', sectionId: 'politics' }))).toEqual([
      'river/gates moved',
      'river/gates-close moved',
    ])
  })

  test('moving back takes the sign away', () =>
    expect(signs(played({}, { slug: 'gates' }, {}))).toEqual(['river/gates moved']))

  test('a withdrawn story leaves all its addresses gone, with the note and no text', () => {
    const rows = played({}, { slug: 'gates' }, null)
    expect(signs(rows)).toEqual(['river/gates gone', 'river/gates-close gone'])
    expect(rows.addresses.every(({ note }) => note === 'It was wrong.')).toBe(true)
    expect(rows).toMatchObject({ stories: [], topics: [], people: [] })
    expect(JSON.stringify(rows)).not.toMatch(/Gates close|keepers|At five/)
    expect(liveStory.search?.(rows)).toBeUndefined()
  })

  test('publishing again takes the gone signs away, older addresses lead to it again, and it counts as new', () => {
    const rows = played({}, { slug: 'gates' }, null, { slug: 'gates' })
    expect(signs(rows)).toEqual(['river/gates-close moved'])
    expect(rows.addresses[0]!.note).toBe('')
    expect(rows.stories[0]).toMatchObject({ id: 4, publishedAt: hour(4) })
  })

  test('a standing sign keeps its hour', () => {
    const { addresses } = played({}, { slug: 'gates' }, { slug: 'gates', headline: 'x' })
    expect(addresses).toMatchObject([{ path: 'river/gates-close', at: hour(2), seq: 2 }])
  })
})

test('keys name the story, its section, topics, people, lists and every address', () => {
  expect(liveStory.keys(played({}, { slug: 'gates' })).sort()).toEqual(
    [
      ...[
        'story:s1',
        'section:river',
        'topic:barrier',
        'topic:flooding',
        'person:nadia',
        'front:home',
        'latest:',
        'search:',
      ],
      ...['path:river/gates', 'path:river/gates-close'],
    ].sort(),
  )
  expect(liveStory.keys(played({}, null)).sort()).toEqual(['path:river/gates-close', 'story:s1'])
  expect(liveStory.keys(none)).toEqual([])
})

test('search holds headline, standfirst and text, under the place of the first publication', () => {
  expect(liveStory.search?.(played({}, {}))).toEqual({
    id: 1,
    title: 'Gates close',
    summary: 'At five.',
    text: 'The keepers come at four.',
  })
})
