import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { someBlocks } from '#lib/testing/blocks'
import { everyBlock, everyDocument } from '#lib/testing/document'
import { edited } from '#lib/testing/log'

import type { Block, StoryDocument } from './nodes'
import { writeDocument } from './write'
import { seedUpdate, toDocument } from './ydoc'

const documentOf = (content: Block[], headline = 'River rises'): StoryDocument => ({
  ...everyDocument,
  headline,
  body: { type: 'doc', content },
})
function begun(document: StoryDocument) {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, seedUpdate(document))
  return ydoc
}
function written(from: StoryDocument, to: StoryDocument) {
  const ydoc = begun(from)
  const update = edited(ydoc, () => writeDocument(ydoc, to))
  return { ydoc, update }
}

const [heading, paragraph, list, quote, ...rest] = everyBlock as [Block, Block, Block, Block, ...Block[]]
const cases: [string, Block[]][] = [
  ['the same', everyBlock],
  ['nothing but one', [paragraph]],
  ['another order', [...everyBlock].reverse()],
  ['another level', [{ ...heading, attrs: { id: 'h', level: 2 } } as Block, paragraph, list, quote, ...rest]],
  ['a paragraph that becomes a sub-head', [heading, { ...heading, attrs: { id: 'p', level: 2 } } as Block, list]],
  ['another speaker', [{ ...quote, attrs: { ...quote.attrs, speaker: 'Bo' } } as Block]],
  ['other marks', [{ ...paragraph, content: [{ type: 'text', text: 'It rose at night 🌊' }] } as Block]],
  ['a text that ends', [{ type: 'paragraph', attrs: { id: 'p' } }]],
]

test.each(cases)('a document comes to say it: %s', (_, content) => {
  const { ydoc } = written(everyDocument, documentOf(content, 'River falls'))
  expect(toDocument(ydoc)).toEqual(toDocument(begun(documentOf(content, 'River falls'))))
})

test('what stands already is not touched, and a changed word costs a few bytes', () => {
  expect(written(everyDocument, everyDocument).update.length).toBeLessThan(3)
  const long = documentOf(someBlocks(...Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of the story.`)))
  const content = long.body.content.map((block) =>
    block.attrs.id === 'p7' ? someBlocks('', '', '', '', '', '', 'Paragraph 6 of this story.')[6]! : block,
  )
  const { update } = written(long, documentOf(content))
  expect(update.length).toBeLessThan(60)
})

test('what others write meanwhile stays, also in a block whose words change', () => {
  const ydoc = begun(documentOf(someBlocks('The river rose in the night.', 'Nobody slept.')))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc))
  const typed = edited(other, () => {
    const block = other.getXmlFragment('body').get(0) as Y.XmlElement
    ;(block.get(0) as Y.XmlText).insert(28, ' We saw it.')
  })
  writeDocument(ydoc, documentOf(someBlocks('The weir rose in the night.', 'Nobody slept.'), 'Weir rises'))
  Y.applyUpdate(ydoc, typed)
  expect(toDocument(ydoc)).toEqual({
    ...documentOf(someBlocks('The weir rose in the night. We saw it.', 'Nobody slept.'), 'Weir rises'),
  })
})

test('from any document to any other', () => {
  const block = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      kind: fc.nat(2),
      text: fc.constantFrom('', 'One two', 'Two', 'One'),
    })
    .map(({ id, kind, text }): Block => {
      const content = text
        ? [{ type: 'text' as const, text, ...(kind === 2 ? { marks: [{ type: 'bold' as const }] } : {}) }]
        : undefined
      if (kind === 0) return { type: 'heading', attrs: { id, level: 2 }, ...(content && { content }) }
      return { type: 'paragraph', attrs: { id }, ...(content && { content }) }
    })
  const blocks = fc.uniqueArray(block, { selector: ({ attrs }) => attrs.id, minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(blocks, blocks, (was, is) => {
      expect(toDocument(written(documentOf(was), documentOf(is)).ydoc).body.content).toEqual(is)
    }),
    { numRuns: 100 },
  )
})
