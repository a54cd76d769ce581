import { describe, expect, test } from 'vitest'

import { updateOf } from './update'

const changed = { state: 'live', textChanges: true } as const
const refused = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { fields: Record<string, string> }).fields
  }
  throw new Error('nothing was refused')
}

describe('whoever changes what readers read says what kind of update it is', () => {
  test('without a kind it is refused', () => expect(refused(() => updateOf(changed, {}))).toHaveProperty('change'))

  test.each(['typo', 'update'] as const)('a %s needs no more, and has no note', (change) => {
    expect(updateOf(changed, { change })).toEqual({ detail: { change }, note: '' })
    expect(refused(() => updateOf(changed, { change, note: 'Six.' }))).toHaveProperty('note')
  })

  test('where the text stays, nobody is asked, and nothing is told', () => {
    const retagged = { state: 'live', textChanges: false } as const
    expect(updateOf(retagged, {})).toEqual({ detail: {}, note: '' })
    expect(updateOf(retagged, { change: 'update' })).toEqual({ detail: {}, note: '' })
  })

  test('a first publication is no update', () =>
    expect(updateOf({ state: 'nothing', textChanges: false }, { change: 'update' })).toEqual({ detail: {}, note: '' }))
})

describe.each(['clarification', 'correction'] as const)('a %s', (change) => {
  test('has no sign in its note that no feed could carry', () =>
    expect(updateOf(changed, { change, note: 'At\u0000 six.\u000b\ud800' }).note).toBe('At six.'))

  test('says in a note what was wrong', () => {
    expect(refused(() => updateOf(changed, { change, note: ' ' }))).toHaveProperty('note')
    expect(updateOf(changed, { change, note: ' They close at six. ' })).toEqual({
      detail: { change, place: 'end' },
      note: 'They close at six.',
    })
  })

  test('stands where the editor puts it', () =>
    expect(updateOf(changed, { change, note: 'Six.', place: 'top' }).detail).toEqual({ change, place: 'top' }))

  test('has a note of at most 500 characters', () => {
    expect(updateOf(changed, { change, note: '🦭'.repeat(500) }).note).toHaveLength(1000)
    expect(refused(() => updateOf(changed, { change, note: 'x'.repeat(501) })).note).toContain('500')
  })

  test('may come with a story that is put back, and later than the text was put right', () => {
    expect(updateOf({ state: 'withdrawn', textChanges: false }, { change, note: 'Six.' }).detail).toHaveProperty(
      'change',
    )
    expect(updateOf({ state: 'live', textChanges: false }, { change, note: 'Six.' }).detail).toHaveProperty('change')
  })

  test('cannot be of what readers never had', () =>
    expect(refused(() => updateOf({ state: 'nothing', textChanges: false }, { change, note: 'Six.' }))).toHaveProperty(
      'change',
    ))
})
