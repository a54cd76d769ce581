import { expect, test } from 'vitest'

import { continueSpell, handover, isOver, quiet, type Spell } from './spell'

const noon = new Date('2026-05-14T12:00:00Z')
const at = (ms: number) => new Date(noon.getTime() + ms)
const edit = (by: string, ms: number) => ({ by, at: at(ms) })
const spell = (people: string[], from = 0, to = from): Spell => ({ begunAt: at(from), editedAt: at(to), people })

test('a spell is over after half an hour without an edit, and not a moment before', () => {
  expect(isOver(spell(['nadia']), at(quiet - 1))).toBe(false)
  expect(isOver(spell(['nadia']), at(quiet))).toBe(true)
})

test('one person’s work with shorter pauses is one spell', () =>
  expect(
    continueSpell(undefined, [edit('nadia', 0), edit('nadia', quiet - 1), edit('nadia', 2 * (quiet - 1))]),
  ).toEqual({ ended: [], spell: spell(['nadia'], 0, 2 * (quiet - 1)) }))

test('work taken up again after half an hour is another spell', () =>
  expect(continueSpell(spell(['nadia']), [edit('nadia', quiet)])).toEqual({
    ended: [{ spell: spell(['nadia']), before: 0 }],
    spell: spell(['nadia'], quiet),
  }))

test('another person who takes over after a pause begins another spell; without a pause they work together', () => {
  expect(continueSpell(spell(['nadia']), [edit('sal', handover - 1)])).toEqual({
    ended: [],
    spell: spell(['nadia', 'sal'], 0, handover - 1),
  })
  expect(continueSpell(spell(['nadia']), [edit('sal', handover)])).toEqual({
    ended: [{ spell: spell(['nadia']), before: 0 }],
    spell: spell(['sal'], handover),
  })
})

test('of two who work together neither takes over from the other', () =>
  expect(continueSpell(spell(['nadia', 'sal']), [edit('nadia', handover)])).toEqual({
    ended: [],
    spell: spell(['sal', 'nadia'], 0, handover),
  }))

test('several spells may end among edits that are looked at together', () =>
  expect(
    continueSpell(undefined, [edit('nadia', 0), edit('sal', handover), edit('sal', handover + quiet)]).ended,
  ).toEqual([
    { spell: spell(['nadia']), before: 1 },
    { spell: spell(['sal'], handover), before: 2 },
  ]))

test('an edit of a process whose clock is behind takes no time back', () =>
  expect(continueSpell(spell(['nadia']), [edit('nadia', -5000)]).spell).toEqual(spell(['nadia'])))
