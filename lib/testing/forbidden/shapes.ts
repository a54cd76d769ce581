import * as Y from 'yjs'

import { bodyOf, element, type Forbidden, forbid, paragraphOf, put, putContent, words } from './make'

const textOf = (ydoc: Y.Doc) => paragraphOf(ydoc)[1]
const blockOf = (ydoc: Y.Doc) => paragraphOf(ydoc)[0]

/** What Yjs would keep and no editor makes: most of it stays unseen when the document is read. */
export const forbiddenShapes: Forbidden[] = [
  forbid('another root', (ydoc) => ydoc.getMap('config').set('a', 1)),
  forbid('a root of text', (ydoc) => ydoc.getText('notes').insert(0, 'mine')),
  {
    name: 'an attribute on the body itself',
    update: () => {
      const bare = new Y.Doc()
      bare.getMap('body').set('a', 1)
      return Y.encodeStateAsUpdate(bare)
    },
  },
  forbid(
    'text outside a block',
    put(() => new Y.XmlText('loose')),
  ),
  forbid(
    'empty text outside a block',
    put(() => new Y.XmlText()),
  ),
  forbid(
    'a map in the body',
    put(() => new Y.Map([['a', 1]])),
  ),
  forbid(
    'an array in the body',
    put(() => Y.Array.from([1])),
  ),
  forbid(
    'a fragment in the body',
    put(() => new Y.XmlFragment()),
  ),
  forbid(
    'a hook in the body',
    put(() => new Y.XmlHook('video')),
  ),
  forbid(
    'a hook inside a quote',
    put(() => element('quote', { id: 'new' }, [new Y.XmlHook('video')])),
  ),
  forbid(
    'a sub-document in the body',
    putContent(bodyOf, () => new Y.ContentDoc(new Y.Doc())),
  ),
  forbid(
    'letters in the body',
    putContent(bodyOf, () => new Y.ContentString('loose')),
  ),
  forbid(
    'bytes in the body',
    putContent(bodyOf, () => new Y.ContentBinary(new Uint8Array(9))),
  ),
  forbid(
    'a format in the body',
    putContent(bodyOf, () => new Y.ContentFormat('bold', {} as never)),
  ),
  forbid(
    'a format in a block',
    putContent(blockOf, () => new Y.ContentFormat('bold', {} as never)),
  ),
  forbid('an object in the text', (ydoc) => textOf(ydoc).insertEmbed(0, { html: '<b>' })),
  forbid('a Yjs type in the text', (ydoc) => textOf(ydoc).insertEmbed(0, new Y.Map())),
  forbid(
    'a sub-document in the text',
    putContent(textOf, () => new Y.ContentDoc(new Y.Doc())),
  ),
  forbid(
    'bytes in the text',
    putContent(textOf, () => new Y.ContentBinary(new Uint8Array(9))),
  ),
  forbid(
    'values in the text',
    putContent(textOf, () => new Y.ContentAny([{ hidden: true }])),
  ),
  forbid(
    'a mark that waits for the next letter',
    putContent(textOf, () => new Y.ContentFormat('blink', {} as never)),
  ),
  forbid(
    'a link that waits for the next letter',
    putContent(textOf, () => running()),
  ),
  forbid(
    'a mark that sets what the others come from',
    putContent(textOf, () => hidden({ bold: {} })),
  ),
  forbid('an attribute on the text', (ydoc) => textOf(ydoc).setAttribute('dir', 'rtl')),
  forbid(
    'two values under one attribute',
    putContent(blockOf, () => new Y.ContentAny(['spare', 'new']), 'id'),
  ),
  forbid(
    'a sub-document as an attribute',
    putContent(blockOf, () => new Y.ContentDoc(new Y.Doc()), 'id'),
  ),
  forbid(
    'an attribute that brings an id along',
    put(() => element('paragraph', { ['__proto__']: { id: 'new' } })),
  ),
  forbid(
    'an attribute that is never read',
    put(() => element('paragraph', { id: 'new', ['__proto__']: 'x' })),
  ),
  forbid(
    'empty text in a divider',
    put(() => element('divider', { id: 'new' }, [new Y.XmlText()])),
  ),
]

const running = () => new Y.ContentFormat('link', { href: 'javascript:steal()' } as never)
const hidden = (value: object) => new Y.ContentFormat('__proto__', value as never)

/** Updates that are none, or that build on what nobody has; and too much of what would be fit. */
export const forbiddenUpdates: Forbidden[] = [
  { name: 'garbage', update: () => new Uint8Array([9, 9, 9, 9]) },
  { name: 'nothing at all', update: () => new Uint8Array() },
  { name: 'half an update', update: (seen) => half(edit(seen)) },
  { name: 'an update with its letters changed', update: (seen) => edit(seen).map((byte, at) => (at % 5 ? byte : 255)) },
  { name: 'a number without end', update: () => new Uint8Array(1000).fill(255) },
  { name: 'an update of another encoding', update: (seen) => Y.convertUpdateFormatV1ToV2(edit(seen)) },
  { name: 'zeros, many', update: () => new Uint8Array(3 * 1024 * 1024) },
  forbid(
    'a paragraph longer than a book',
    put(() => words('x'.repeat(3 * 1024 * 1024))),
  ),
  forbid('more blocks than a story has', (ydoc) =>
    bodyOf(ydoc).push(Array.from({ length: 5001 }, (_, i) => words('x', `many-${i}`))),
  ),
  forbid('more items than a list has', (ydoc) => {
    const items = Array.from({ length: 5001 }, (_, i) => element('listItem', { id: `many-${i}` }))
    bodyOf(ydoc).push([element('bulletList', { id: 'list' }, items)])
  }),
  forbid('more lines than a headline has', (ydoc) =>
    ydoc.getXmlFragment('headline').push(Array.from({ length: 101 }, () => element('paragraph', {}))),
  ),
]

/** Builds on an edit that it keeps back. */
export const missing: Forbidden = {
  name: 'an edit of what nobody has',
  update(seen) {
    edit(seen)
    return edit(seen)
  },
}

function edit(seen: Y.Doc): Uint8Array {
  const before = Y.encodeStateVector(seen)
  paragraphOf(seen)[1].insert(0, 'mine ')
  return Y.encodeStateAsUpdate(seen, before)
}
const half = (update: Uint8Array) => update.subarray(0, Math.ceil(update.length / 2))
