import { expect, test } from 'vitest'

import { type Canary, canaryWords } from '../support/canary-words'
import type { Told } from './canary-ask'
import { leaksOf, mustBeAsNothing, twinOf, twinsOf } from './canary-judge'
import type { Probe } from './canary-twists'

const aCanary = (before: 200 | 404 | 410): Canary => {
  const words = canaryWords()
  const status = { before, after: before, end: before }
  return {
    state: 'a',
    id: 'abc123abc123',
    path: `/river/${words.slug}`,
    section: 'river',
    lists: [],
    picture: { id: 'pic123pic123', path: '/media/pic123pic123/0123456789ab-0/320.webp' },
    status,
    words,
    paid: false,
    open: [],
  }
}
const draft = aCanary(404)
const gone = aCanary(410)
const canaries = [draft, gone]
const twins = twinsOf(canaries)
const told = (text: string, head = '404'): Told => ({ status: 404, head, text, location: '', answered: 0 })
const judge = (probe: Probe, answer: Told, twin?: Told) =>
  leaksOf({ ...probe, canary: draft }, answer, { phase: 'before', canaries, twins, twin })

const search = { path: `/search?q=${draft.words.body}` }
const never = twins.get(draft.words.body)!

test('an answer may say again what was asked, and differs in nothing else from that about what never was', () => {
  expect(twinOf(search, twins).path).toBe(`/search?q=${never}`)
  const answer = told(`None for ${draft.words.body}.`, '200\netag: "a"')
  expect(judge(search, answer, told(`None for ${never}.`, '200\netag: "b"'))).toEqual([])
  expect(judge(search, answer, told(`Nothing for ${never}.`, '200\netag: "b"'))[0]).toContain('another body')
  expect(judge(search, answer, told(`None for ${never}.`, '404\netag: "b"'))[0]).toContain('another head')
  expect(judge({ path: '/x' }, told('None.', '404\netag: "a"'), told('None.', '404\netag: "b"'))[0]).toContain('etag')
})

test('rows that Next tells its own scripts may come in another order, and say the same', () => {
  const inScript = (rows: string) => told(`<script>self.__next_f.push([1,"${rows}"])</script>`)
  const end = '"])</script><script nonce="n">self.__next_f.push([1,"'
  expect(judge(search, inScript('7:a\\n14:[]\\n'), inScript(`14:[]\\n${end}7:a\\n`))).toEqual([])
  expect(judge(search, inScript('7:a\\n14:[]\\n'), inScript('14:[]\\n7:b\\n'))[0]).toContain('another body')
})

test('a word that was not asked for is told, wherever it stands', () => {
  expect(judge(search, told(`By ${draft.words.comment}`))).toEqual([expect.stringContaining('(comment of a)')])
  expect(judge(search, told('', `301\nlocation: /river/${draft.words.slug}`))).toEqual([
    expect.stringContaining('slug'),
  ])
  expect(judge(search, told(draft.id))).toEqual([expect.stringContaining('(id of a)')])
})

test('only of what was withdrawn readers may learn that it was there', () => {
  const asks = (path: string) => mustBeAsNothing({ path, canary: draft }, 'before', canaries)
  expect(
    [draft.path, `/search?q=${gone.words.headline}`, gone.path, `${gone.path.toUpperCase()}/versions`, '/'].map(asks),
  ).toEqual([true, true, false, false, false])
})
