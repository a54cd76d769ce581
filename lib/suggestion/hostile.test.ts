import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { publishStory } from '#lib/story/commands/publish'
import { writeDocument } from '#lib/story/document/write'
import { toDocument } from '#lib/story/document/ydoc'
import { deskForEach } from '#lib/testing/desk'
import { bodyOf, words } from '#lib/testing/forbidden/make'
import { typeBody, typeHeadline } from '#lib/testing/log'
import { aDocument, aStory, publishNow, seenNow } from '#lib/testing/stories'
import { decideAll, followed, suggest, textOf, typeIn } from '#lib/testing/suggestions'

import { cardsOf } from './cards'
import { merge, placeOf } from './merge'
import { settle } from './settle'

const desk = deskForEach()
let [kit, tom] = [] as unknown as [Actor, Actor]
beforeEach(async () => {
  kit = { ...desk.kit, role: 'writer', sections: ['river'] }
  tom = { ...desk.tom, role: 'writer', sections: ['river'] }
})

/** A browser's number, that everybody in the story learns with its caret. */
const petras = 4242

test('whose suggestions cannot be read holds up nobody: the story is published, others’ suggestions are decided', async () => {
  const id = await aStory(desk.petra, 'River rises')
  // A block of petra's, as far as its number says, and one of kit's own behind it.
  for (const [client, block] of [
    [petras, 'as-hers'],
    [petras + 1, 'own'],
  ] as const)
    await suggest(id, kit, (ydoc) => {
      ydoc.clientID = client
      bodyOf(ydoc).push([words('x'.repeat(30), block)])
    })
  await followed(id)
  await suggest(id, tom, typeHeadline('Weir: '))
  await typeIn(id, desk.petra, (ydoc) => {
    ydoc.clientID = petras
    typeBody('What stands under that number in the story is a line of letters. '.repeat(3))(ydoc)
  })
  await expect(textOf(`${id}~s:kit`)).rejects.toMatchObject({ reason: 'rule' })
  await followed(id)
  await decideAll(desk.sal, id, 'accept', tom)
  expect((await textOf(id)).headline).toBe('Weir: River rises')
  // What was known of kit's is told, and gone without by choice.
  const refused = await publishNow(desk.sal, id).catch((error) => error)
  expect(refused).toMatchObject({ reason: 'conflict', detail: { code: 'suggestions' } })
  const without = refused.detail.open.map(({ key }: { key: string }) => key)
  expect(without).toEqual(['kit body as-hers'])
  expect(await publishStory(desk.sal, id, { ...(await seenNow(id)), without })).toMatchObject({ act: 'publish' })
})

/** What it takes to look at a suggestion in each of so many blocks and to reject them all, in ms; the best of three. */
function cost(blocks: number): number {
  const { headline, standfirst, body } = aDocument('River', ...Array.from({ length: blocks }, (_, i) => `w${i}`))
  const times = Array.from({ length: 3 }, () => {
    const story = new Y.Doc()
    writeDocument(story, { headline, standfirst, body })
    const fork = new Y.Doc()
    Y.applyUpdate(fork, Y.encodeStateAsUpdate(story))
    for (const block of bodyOf(fork).toArray()) ((block as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'z')
    const began = performance.now()
    const cards = cardsOf(merge(toDocument(story), toDocument(fork)))
    settle(fork, story, new Set(cards.flatMap(({ hunks }) => hunks.map(placeOf))), 'own')
    return performance.now() - began
  })
  return Math.min(...times)
}

test('eight times as many suggestions take eight times as long, not sixty-four times', () => {
  cost(600)
  expect(cost(4800) / cost(600)).toBeLessThan(32)
})
