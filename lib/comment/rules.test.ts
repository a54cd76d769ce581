import { expect, test } from 'vitest'

import { person } from '#lib/testing/newsroom'

import { ensureOwn, mayResolve, mentionsIn, runsOf, wordsOfComment } from './rules'

const nadia = person('nadia', 'writer', ['river'])
const kim = person('kim', 'writer', ['river'])
const kit = person('kit', 'contributor', [])
const sal = person('sal', 'editor', ['river'])
const tess = person('tess', 'editor', ['sport'])
const petra = person('petra', 'admin', 'all')
const story = { sectionId: 'river', createdBy: 'nadia', assignedTo: null, bylines: [] }

test.each([
  [nadia, true],
  [sal, true],
  [petra, true],
  [kim, false],
  [kit, false],
  [tess, false],
])('of another’s thread: $0.id resolves it: $1', (actor, may) =>
  expect(mayResolve(actor, story, { by: 'somebody' })).toBe(may),
)

test('who began a thread resolves it, while they may read the story', () => {
  expect(mayResolve(kim, story, { by: 'kim' })).toBe(true)
  expect(mayResolve(kit, story, { by: 'kit' })).toBe(false)
})

test('a comment is its writer’s alone, whatever the rank', () => {
  expect(() => ensureOwn(petra, { by: 'nadia' })).toThrow('Only who wrote')
  expect(() => ensureOwn(nadia, { by: 'nadia' })).not.toThrow()
})

test('words are trimmed and cleaned; none, and too many, are refused', () => {
  expect(wordsOfComment('  Check\u0000 this.\nTwice. ')).toBe('Check this.\nTwice.')
  expect(() => wordsOfComment(' \u0001 ')).toThrow('needs some words')
  expect(() => wordsOfComment('x'.repeat(4001))).toThrow('4,000')
  expect(wordsOfComment('😀'.repeat(4000))).toHaveLength(8000)
})

const readers = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Ann Lee' },
]

test('who is chosen is mentioned only while their name stands in the text', () => {
  expect(mentionsIn('@Ann Lee, see this', ['b', 'stranger'], readers)).toEqual([readers[1]])
  expect(mentionsIn('See this, Ann', ['a'], readers)).toEqual([])
})

test('a text is told apart into names and words, the longer name first', () =>
  expect(runsOf('Ask @Ann Lee and @Ann, not @ nobody', readers)).toEqual([
    { text: 'Ask ' },
    { text: '@Ann Lee', person: 'b' },
    { text: ' and ' },
    { text: '@Ann', person: 'a' },
    { text: ', not @ nobody' },
  ]))
