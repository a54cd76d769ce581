import { expect, test } from 'vitest'

import { person } from '#lib/testing/newsroom'

import { ensureMayTakeOver, GONE_AFTER, holds, isHeldFrom } from './hold'

const nadia = person('nadia', 'writer', ['river'])
const kit = person('kit', 'contributor', [])
const sal = person('sal', 'editor', ['river'])
const tess = person('tess', 'editor', ['sport'])
const petra = person('petra', 'admin', 'all')
const story = { sectionId: 'river', createdBy: 'nadia', assignedTo: 'tess', bylines: [] }
const noon = new Date('2026-05-14T12:00:00Z')
const after = (ms: number) => new Date(noon.getTime() + ms)

test('editors of its section and admins take a story over; not its writer, nor an editor who only has it assigned', () => {
  for (const actor of [sal, petra]) expect(() => ensureMayTakeOver(actor, story)).not.toThrow()
  for (const actor of [nadia, tess]) expect(() => ensureMayTakeOver(actor, story)).toThrow('Only editors')
  expect(() => ensureMayTakeOver(kit, story)).toThrow('not found')
  expect(() => ensureMayTakeOver(tess, { ...story, sectionId: null })).not.toThrow()
})

test('an editor takes it from an editor, nobody but an admin from an admin', () => {
  expect(() => ensureMayTakeOver(sal, story, { name: 'Ann', role: 'editor' })).not.toThrow()
  expect(() => ensureMayTakeOver(sal, story, { name: 'Petra', role: 'admin' })).toThrow('Petra has this story')
  expect(() => ensureMayTakeOver(petra, story, { name: 'Ann', role: 'admin' })).not.toThrow()
})

test('a hold is over when its holder has been gone for ten minutes, to the instant', () => {
  const hold = { personId: 'sal', seenAt: noon }
  expect(holds(hold, after(GONE_AFTER - 1))).toBe(true)
  expect(holds(hold, after(GONE_AFTER))).toBe(false)
  expect([isHeldFrom('nadia', hold, noon), isHeldFrom('sal', hold, noon), isHeldFrom('nadia', null, noon)]).toEqual([
    true,
    false,
    false,
  ])
})
