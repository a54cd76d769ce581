import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { FormState } from '#app/(newsroom)/answer'
import { merge } from '#lib/front/merge'
import { setSlot } from '#lib/front/moves'
import type { FrontNow } from '#lib/front/queries/screen'
import type { FrontContent } from '#lib/site/front/content'
import { container, front, slot } from '#lib/testing/fronts'

import { makeKeeper } from './keeper'

const empty = front(container('one'), container('two'))
const at = (version: number, content: FrontContent) => ({ version, content }) as FrontNow
const one = { container: 'one', place: 0 }
const two = { container: 'two', place: 0 }
const keep = (send: Parameters<typeof makeKeeper<FrontContent, FrontNow>>[1]) =>
  makeKeeper<FrontContent, FrontNow>(at(1, empty), send, merge)
const done = (version: number, content: FrontContent, message = ''): FormState => ({
  ...{ ok: true, message, detail: at(version, content) },
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what changes is sent after a rest, once, with what it began from', async () => {
  const send = vi.fn(async (seen: { version: number }, content: FrontContent) => done(seen.version + 1, content))
  const keeper = keep(send)
  keeper.change(setSlot(empty, one, slot('a')))
  keeper.change(setSlot(keeper.get().content, two, slot('b')))
  expect([keeper.get().save, send.mock.calls.length]).toEqual(['open', 0])
  await vi.advanceTimersByTimeAsync(500)
  expect(send.mock.calls).toEqual([[{ version: 1, content: empty }, keeper.get().content]])
  expect(keeper.get()).toMatchObject({ save: 'saved', now: { version: 2 } })
})

test('what is changed while it is sent is sent after it, upon what a colleague has done meanwhile', async () => {
  const answers: ((state: FormState) => void)[] = []
  const keeper = keep(() => new Promise((resolve) => answers.push(resolve)))
  const mine = setSlot(empty, one, slot('a'))
  keeper.change(mine)
  const flushed = keeper.flush()
  keeper.change(setSlot(mine, one, slot('a', { headline: 'More' })))
  answers[0]!(done(3, setSlot(mine, two, slot('theirs')), 'Petra'))
  await vi.advanceTimersByTimeAsync(0)
  const both = front(container('one', [slot('a', { headline: 'More' })]), container('two', [slot('theirs')]))
  expect(keeper.get()).toMatchObject({ content: both, joined: 'Petra' })
  answers[1]!(done(4, both))
  expect(await flushed).toBe(true)
})

test('an act is undone, and what a colleague did since stays; letters of one field go together', async () => {
  const keeper = keep(async (_, content) => done(2, setSlot(content, two, slot('theirs'))))
  keeper.change(setSlot(empty, one, slot('a')))
  for (const headline of ['N', 'Ne', 'New'])
    keeper.change(setSlot(keeper.get().content, one, slot('a', { headline })), 'headline')
  await keeper.flush()
  keeper.undo()
  expect(keeper.get().content).toEqual(front(container('one', [slot('a')]), container('two', [slot('theirs')])))
  keeper.undo()
  expect(keeper.get()).toMatchObject({
    content: front(container('one'), container('two', [slot('theirs')])),
    mayUndo: false,
  })
})

test('a server that is not reached is asked again; nothing is lost', async () => {
  let there = false
  const keeper = keep(async (_, content) => {
    if (!there) throw new Error('offline')
    return done(2, content)
  })
  const mine = setSlot(empty, one, slot('a'))
  keeper.change(mine)
  expect(await keeper.flush()).toBe(false)
  expect(keeper.get().save).toBe('unreached')
  there = true
  await vi.advanceTimersByTimeAsync(3000)
  expect(keeper.get()).toMatchObject({ save: 'saved', content: mine })
})

test('where both changed the same nothing is sent until it is chosen; both choices keep the rest', async () => {
  const [mine, theirs] = [slot('mine'), slot('theirs')]
  const detail = {
    code: 'changed',
    version: 7,
    theirs: setSlot(empty, one, theirs),
    clashes: ['one'],
    by: 'P',
    at: null,
  }
  const sent: unknown[] = []
  const keeper = keep(async (seen, content) => {
    sent.push(seen.version)
    return seen.version === 1 ? { ok: false, reason: 'conflict', message: 'x', detail } : done(8, content)
  })
  keeper.change(setSlot(setSlot(empty, one, mine), two, slot('b')))
  await keeper.flush()
  expect(keeper.get()).toMatchObject({ save: 'conflict', conflict: { by: 'P' } })
  keeper.change(setSlot(keeper.get().content, { container: 'two', place: 1 }, slot('c')))
  await vi.advanceTimersByTimeAsync(9000)
  expect(sent).toEqual([1])
  keeper.resolve({ one: 'theirs' })
  await vi.advanceTimersByTimeAsync(0)
  expect(keeper.get()).toMatchObject({
    ...{ save: 'saved', content: front(container('one', [theirs]), container('two', [slot('b'), slot('c')])) },
  })
  expect(sent).toEqual([1, 7])
})

test('what is kept elsewhere comes onto the screen, but not over what was not sent yet', () => {
  const keeper = keep(async () => null)
  const theirs = setSlot(empty, one, slot('theirs'))
  keeper.accept(at(2, theirs))
  expect(keeper.get().content).toEqual(theirs)
  keeper.change(setSlot(theirs, two, slot('mine')))
  keeper.accept(at(3, empty))
  expect(keeper.get().now.version).toBe(2)
})

test('who is signed out keeps it on screen, and it goes when they have signed in', async () => {
  let signedIn = false
  const keeper = keep(async (_, content) =>
    signedIn ? done(2, content) : { ok: false, signedOut: true, message: 'Sign in again.' },
  )
  keeper.change(setSlot(empty, one, slot('a')))
  await keeper.flush()
  expect(keeper.get()).toMatchObject({ save: 'signed-out', message: 'Sign in again.' })
  signedIn = true
  keeper.retry()
  await vi.advanceTimersByTimeAsync(0)
  expect(keeper.get().save).toBe('saved')
})

test('what this device kept is sent upon what it began from, and joined with what a colleague did', async () => {
  const mine = setSlot(empty, one, slot('a'))
  const send = vi.fn(async (_: unknown, content: FrontContent) =>
    done(6, setSlot(content, two, slot('theirs')), 'Petra'),
  )
  const keeper = keep(send)
  keeper.recover({ version: 0, base: empty, content: mine })
  expect(keeper.get()).toMatchObject({ content: mine, save: 'open', back: true })
  expect(await keeper.flush()).toBe(true)
  expect(send.mock.calls).toEqual([[{ version: 0, content: empty }, mine]])
  expect(keeper.get()).toMatchObject({
    save: 'saved',
    content: setSlot(mine, two, slot('theirs')),
    now: { version: 6 },
  })
  keeper.change(setSlot(mine, one, slot('b')))
  expect(keeper.get().back).toBe(false)
})

test('what this device kept comes not upon what has been typed here since', () => {
  const keeper = keep(async (_, content) => done(2, content))
  const typed = setSlot(empty, two, slot('typed'))
  keeper.change(typed)
  keeper.recover({ version: 0, base: empty, content: setSlot(empty, one, slot('a')) })
  expect(keeper.get()).toMatchObject({ content: typed, back: false })
})
