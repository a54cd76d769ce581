import { describe, expect, test } from 'vitest'

import type { StoryContent } from './content'
import { liveStory } from './live'
import type { Restored, StoryDetail } from './live-versions'
import { plain } from './presentation'

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
  main: null,
  dateline: '',
  searchTitle: '',
  searchDescription: '',
  canonicalUrl: '',
  ...plain,
}
type Rows = ReturnType<typeof liveStory.rows>
const none: Rows = { stories: [], topics: [], people: [], media: [], versions: [], corrections: [], addresses: [] }

const hour = (number: number) => new Date(Date.UTC(2026, 4, 14, number))

/** An act of a history: a publication with what it changes of the story, with its kind and note; a withdrawal; … */
type Turn = Partial<StoryContent> & {
  kind?: StoryDetail['change']
  place?: StoryDetail['place']
  note?: string
  restored?: Restored
}
type Step = Turn | null | { close: number } | { open: number; said: Partial<StoryContent> }

/** Rows after a history; `null` withdraws. Act n is number n in the log, at n o'clock. */
const played = (...history: Step[]) =>
  history.reduce<Rows>((before, step, i) => {
    const stamp = { subject: 's1', seq: i + 1, at: hour(i + 1), note: '', revision: 100 + i }
    if (step === null)
      return liveStory.rows(null, before, {
        ...stamp,
        act: 'withdraw',
        revision: null,
        note: 'It was wrong.',
        detail: {},
      })
    if ('close' in step) {
      const detail = { version: step.close }
      return liveStory.rows(null, before, { ...stamp, act: 'close-version', revision: null, detail })
    }
    if ('open' in step) {
      const detail = { version: step.open }
      return liveStory.rows({ ...gates, ...step.said }, before, { ...stamp, act: 'open-version', detail })
    }
    const { kind, place, note = '', restored, ...content } = step
    const detail = { ...(kind && { change: kind, place }), ...(restored && { restored }) }
    return liveStory.rows({ ...gates, ...content }, before, { ...stamp, act: 'publish', note, detail })
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

describe('a live story whose text changes', () => {
  const wrong = { headline: 'Gates closed' }

  test('a typo fix tells readers nothing: no new time, no new version; the newest says what they read now', () => {
    const rows = played({}, wrong, { headline: 'Gates closed.', kind: 'typo' })
    expect(rows.stories[0]).toMatchObject({ headline: 'Gates closed.', updatedAt: hour(2) })
    expect(rows.versions).toMatchObject([
      { number: 1, at: hour(1), headline: 'Gates close' },
      { number: 2, at: hour(2), headline: 'Gates closed.' },
    ])
  })

  test('an update moves the public time and leaves a version; so does one of before kinds were asked', () => {
    for (const kind of ['update', undefined] as const) {
      const rows = played({}, { ...wrong, kind })
      expect(rows.stories[0]).toMatchObject({ publishedAt: hour(1), updatedAt: hour(2) })
      expect(rows.versions).toMatchObject([
        { number: 1, seq: 1, at: hour(1), change: null, headline: 'Gates close' },
        { number: 2, seq: 2, at: hour(2), change: 'update', headline: 'Gates closed' },
      ])
      expect(rows.corrections).toEqual([])
    }
  })

  test.each(['clarification', 'correction'] as const)('a %s does, too, and its note stays with the story', (kind) => {
    const rows = played(
      {},
      { ...wrong, kind, note: 'They close at six.', place: 'top' },
      { headline: 'All shut', kind: 'update' },
    )
    expect(rows.versions.map(({ change }) => change)).toEqual([null, kind, 'update'])
    expect(rows.corrections).toEqual([
      { subject: 's1', seq: 2, kind, note: 'They close at six.', place: 'top', at: hour(2) },
    ])
  })

  test('a note without a place stands at the end', () =>
    expect(played({}, { ...wrong, kind: 'correction', note: 'Six.' }).corrections[0]!.place).toBe('end'))

  test('what has a note is told although the text was put right before', () => {
    const rows = played({}, { kind: 'correction', note: 'Six.' })
    expect(rows.stories[0]).toMatchObject({ updatedAt: hour(2) })
    expect(rows.versions).toHaveLength(2)
  })

  test('what only tags or moves it leaves no version', () =>
    expect(played({}, { topics: ['flooding'] }, { slug: 'gates' }).versions).toHaveLength(1))
})

describe('versions', () => {
  const history = [{}, { headline: 'The keeper’s name' }, { headline: 'A keeper' }]

  test('a closed one leaves readers that it was, and nothing of what it said', () => {
    const rows = played(...history, { close: 2 })
    expect(rows.versions.map(({ number, closed }) => [number, closed])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
    expect(rows.versions[1]).toMatchObject({ at: hour(2), change: 'update', headline: '', standfirst: '' })
    expect(rows.versions[1]!.body.content).toEqual([])
    expect(rows.stories).toEqual(played(...history).stories)
  })

  test('opened again it says what it said', () =>
    expect(played(...history, { close: 2 }, { open: 2, said: history[1]! }).versions).toEqual(
      played(...history).versions,
    ))

  test('a closed one stays closed through updates', () =>
    expect(played(...history, { close: 2 }, { headline: 'Keepers' }).versions.map(({ closed }) => closed)).toEqual([
      false,
      true,
      false,
      false,
    ]))
})

describe('a withdrawn story', () => {
  const wrong: Turn = { headline: 'Gates closed', kind: 'correction', note: 'Six.' }

  test('takes its versions and what was told of it along', () =>
    expect(played({}, wrong, null)).toMatchObject({ stories: [], versions: [], corrections: [] }))

  test('put back, it has its first time and what was told of it again; versions begin anew', () => {
    const corrections = [
      { seq: 2, kind: 'correction' as const, note: 'Six.', place: 'end' as const, at: hour(2).toISOString() },
    ]
    const rows = played({}, wrong, null, { restored: { publishedAt: hour(1).toISOString(), corrections } })
    expect(rows.stories[0]).toMatchObject({ id: 4, publishedAt: hour(1), updatedAt: hour(4) })
    expect(rows.topics[0]).toMatchObject({ publishedAt: hour(1) })
    expect(rows.corrections).toEqual(played({}, wrong).corrections)
    expect(rows.versions).toMatchObject([{ number: 1, at: hour(4), change: null }])
  })

  test('put back as it was, it says when it was last updated; else it is updated now', () => {
    const restored = { publishedAt: hour(1).toISOString(), corrections: [] }
    const update: Turn = { headline: 'Gates closed', kind: 'update' }
    const times = (last: object) => played({}, update, null, { restored: { ...restored, ...last } }).stories[0]
    expect(times({ updatedAt: hour(2).toISOString() })).toMatchObject({ publishedAt: hour(1), updatedAt: hour(2) })
    expect(times({})).toMatchObject({ publishedAt: hour(1), updatedAt: hour(4) })
  })

  test('it can come back with a correction', () => {
    const restored = { publishedAt: hour(1).toISOString(), corrections: [] }
    const rows = played({}, null, { ...wrong, restored })
    expect(rows.corrections).toMatchObject([{ seq: 3, note: 'Six.' }])
    expect(rows.versions).toMatchObject([{ number: 1, change: 'correction' }])
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
    expect(rows).toMatchObject({ stories: [], topics: [], people: [], versions: [], corrections: [] })
    expect(JSON.stringify(rows)).not.toMatch(/Gates close|keepers|At five/)
    expect(liveStory.search?.(rows)).toBeUndefined()
  })

  test('publishing again takes the gone signs away, and older addresses lead to it again', () => {
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
      ...['archive:2026', 'archive:2026-05', 'archive:2026-05-14', 'archive:2026-05-14T01'],
    ].sort(),
  )
  expect(liveStory.keys(played({}, null)).sort()).toEqual(['path:river/gates-close', 'story:s1'])
  expect(liveStory.keys(none)).toEqual([])
  expect(liveStory.keys(played({}, { kind: 'correction', note: 'Six.' }))).toContain('corrections:')
})

test('search holds headline, standfirst and text, under the place of the first publication', () => {
  expect(liveStory.search?.(played({}, {}))).toEqual({
    id: 1,
    title: 'Gates close',
    summary: 'At five.',
    text: 'The keepers come at four.',
  })
})
