import { describe, expect, test } from 'vitest'

import type { Actor } from './actor'
import {
  ensure,
  ensureMayEditFront,
  may,
  mayEditFront,
  mayEditPaper,
  mayEditSeries,
  mayMove,
  mayTakeReports,
  type Subject,
  type Verb,
} from './permissions'

const story: Subject = { sectionId: 'politics', createdBy: 'nadia', assignedTo: 'tom', bylines: ['ruth'] }
const person = (id: string, role: Actor['role'], sections: Actor['sections'] = []): Actor => ({
  id,
  name: id,
  role,
  sections,
  sessionId: 's',
})

const granted = (actor: Actor, on: Subject) =>
  (['read', 'suggest', 'edit', 'publish'] satisfies Verb[]).filter((verb) => may(actor, verb, on)).join(' ')

test.each([
  [person('nadia', 'contributor'), true, false],
  [person('tom', 'writer'), true, false],
  [person('else', 'writer', ['politics']), false, false],
  [person('nadia', 'editor', ['sport']), false, false],
  [person('sal', 'editor', ['politics']), true, true],
  [person('petra', 'admin', 'all'), true, true],
])('%o takes a story out of politics: as a draft %s, once live %s', (actor, draft, live) =>
  expect([mayMove(actor, story, false), mayMove(actor, story, true)]).toEqual([draft, live]),
)

describe('the permission table', () => {
  test.each([
    [person('nadia', 'contributor'), 'read suggest edit'],
    [person('else', 'contributor', ['politics']), ''],
    [person('tom', 'writer'), 'read suggest edit'],
    [person('ruth', 'writer'), 'read suggest edit'],
    [person('else', 'writer', ['politics']), 'read suggest'],
    [person('else', 'writer', ['sport']), ''],
    [person('sal', 'editor', ['politics']), 'read suggest edit publish'],
    [person('sal', 'editor', ['sport']), ''],
    [person('nadia', 'editor', ['sport']), 'read suggest edit'],
    [person('sal', 'editor', 'all'), 'read suggest edit publish'],
    [person('petra', 'admin', 'all'), 'read suggest edit publish'],
  ])('%o on a story of politics: %s', (actor, verbs) => expect(granted(actor, story)).toBe(verbs))

  test.each([
    [person('else', 'writer', 'all'), ''],
    [person('sal', 'editor', ['sport']), 'read suggest edit'],
    [person('sal', 'editor', 'all'), 'read suggest edit'],
    [person('nadia', 'contributor'), 'read suggest edit'],
  ])('%o on a story without a section: %s', (actor, verbs) =>
    expect(granted(actor, { ...story, sectionId: null })).toBe(verbs),
  )
})

test('a stranger gets not-found, a reader who may not publish gets forbidden', () => {
  expect(() => ensure(person('else', 'writer', ['sport']), 'edit', story)).toThrow(
    expect.objectContaining({ reason: 'not-found' }),
  )
  expect(() => ensure(person('else', 'writer', ['politics']), 'edit', story)).toThrow(
    expect.objectContaining({ reason: 'forbidden' }),
  )
  expect(() => ensure(person('tom', 'writer'), 'publish', story)).toThrow(
    expect.objectContaining({ reason: 'forbidden' }),
  )
})

describe('fronts', () => {
  const fronts = ['home', 'section:politics', 'section:sport', 'topic:hinges']
  test.each([
    [person('kit', 'contributor', ['politics']), ''],
    [person('tom', 'writer', ['politics']), ''],
    [person('tom', 'writer', 'all'), ''],
    [person('sal', 'editor', ['politics']), 'home section:politics topic:hinges'],
    [person('sal', 'editor', []), 'home topic:hinges'],
    [person('sal', 'editor', 'all'), 'home section:politics section:sport topic:hinges'],
    [person('petra', 'admin', 'all'), 'home section:politics section:sport topic:hinges'],
  ])('%o makes %s', (actor, made) => expect(fronts.filter((front) => mayEditFront(actor, front)).join(' ')).toBe(made))

  test('whoever does not make one knows of none', () =>
    expect(() => ensureMayEditFront(person('tom', 'writer', 'all'), 'home')).toThrow(
      expect.objectContaining({ reason: 'not-found' }),
    ))
})

test.each([
  [person('kit', 'contributor', 'all'), false],
  [person('tom', 'writer', 'all'), false],
  [person('sal', 'editor', []), true],
  [person('petra', 'admin', 'all'), true],
])('%o has the inbox of reports, and makes series: %s', (actor, has) =>
  expect([mayTakeReports(actor), mayEditSeries(actor)]).toEqual([has, has]),
)

test('pages and menus are made by admins, and by editors of the whole paper', () => {
  const made = [
    person('kit', 'contributor', 'all'),
    person('tom', 'writer', 'all'),
    person('sal', 'editor', ['politics']),
    person('sal', 'editor', 'all'),
    person('petra', 'admin', 'all'),
  ].map(mayEditPaper)
  expect(made).toEqual([false, false, false, true, true])
})
