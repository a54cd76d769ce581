import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { seedUpdate, toDocument } from '#lib/story/document/ydoc'
import { everyDocument } from '#lib/testing/document'
import { edited, typeBody, typeHeadline } from '#lib/testing/log'

import { makeReader } from './reader'

test('a reader says what the document says, and reads only blocks that were touched anew', () => {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, seedUpdate(everyDocument))
  const reader = makeReader(ydoc)
  const said = () => {
    const { schema: _, ...told } = toDocument(ydoc)
    expect(reader.document()).toEqual(told)
    return reader.document().body.content
  }
  const before = said()
  edited(ydoc, typeBody('Now '))
  edited(ydoc, typeHeadline('Now '))
  const after = said()
  expect(after.map((block, index) => block === before[index])).toEqual(after.map(({ attrs }) => attrs.id !== 'p'))
  edited(ydoc, () => ydoc.getXmlFragment('body').delete(0, 2))
  said()
})
