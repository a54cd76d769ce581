import * as Y from 'yjs'

import { bodyOf, element, type Forbidden, forbid, paragraphOf, put, putFormatted, words } from './make'

/** Nodes, attributes and marks that the schema does not know, or not there. A new block's go here. */
export const forbiddenBlocks: Forbidden[] = [
  forbid(
    'an unknown block',
    put(() => element('script')),
  ),
  forbid(
    'an unknown node inside a quote',
    put(() => element('quote', { id: 'new' }, [element('marquee', {})])),
  ),
  forbid(
    'an unknown node deep inside a list',
    put(() => inList(element('iframe', {}))),
  ),
  forbid(
    'a node by the name of what every object has',
    put(() => element('constructor')),
  ),
  forbid('an unknown attribute', (ydoc) => paragraphOf(ydoc)[0].setAttribute('onclick', 'steal()')),
  forbid(
    'an attribute that a fact box has not',
    put(() => element('factBox', { id: 'new', colour: 'red' })),
  ),
  forbid(
    'an attribute of another type',
    put(() => element('heading', { id: 'new', level: '2' })),
  ),
  forbid(
    'an attribute that is an object',
    put(() => element('pullQuote', { id: 'new', speaker: { toString: 1 } })),
  ),
  forbid(
    'an attribute that is a Yjs type',
    put(() => element('pullQuote', { id: 'new', speaker: new Y.Map() })),
  ),
  forbid(
    'an attribute by the name of an object’s own',
    put(() => element('paragraph', { id: 'new', constructor: 1 })),
  ),
  forbid(
    'a heading of a level that is not there',
    put(() => element('heading', { id: 'new', level: 9 })),
  ),
  forbid(
    'a list that begins at no number',
    put(() => element('orderedList', { id: 'new', start: 1.5 })),
  ),
  forbid(
    'an attribute longer than a line',
    put(() => element('factBox', { id: 'new', title: 'x'.repeat(1001) })),
  ),
  forbid(
    'a block without id',
    put(() => element('paragraph', {})),
  ),
  forbid('a block whose id is taken away', (ydoc) => paragraphOf(ydoc)[0].removeAttribute('id')),
  forbid('a block whose id is replaced by markup', (ydoc) => paragraphOf(ydoc)[0].setAttribute('id', '"><img>')),
  forbid('a block whose id is replaced by a number', (ydoc) =>
    paragraphOf(ydoc)[0].setAttribute('id', 7 as unknown as string),
  ),
  forbid(
    'a list item outside a list',
    put(() => element('listItem')),
  ),
  forbid(
    'a document in the document',
    put(() => element('doc', {}, [words()])),
  ),
  forbid(
    'a paragraph in a paragraph',
    put(() => element('paragraph', { id: 'new' }, [words('in', 'in')])),
  ),
  forbid(
    'something in a divider',
    put(() => element('divider', { id: 'new' }, [words('in', 'in')])),
  ),
  forbid(
    'a block where a fact box takes none',
    put(() => element('factBox', { id: 'new' }, [element('divider')])),
  ),
  forbid(
    'an embed of a site that we do not know',
    put(() => embed({ provider: 'elsewhere', ref: '12' })),
  ),
  forbid(
    'an embed by address',
    put(() => embed({ provider: 'youtube', ref: 'https://example.org' })),
  ),
  forbid(
    'an embed that is markup',
    put(() => embed({ provider: 'youtube', ref: 'dQw4w9WgXcQ', html: '<iframe>' })),
  ),
  forbid(
    'a row without table',
    put(() => element('tableRow')),
  ),
  forbid(
    'a cell in a cell',
    put(() => inTable(element('tableCell', { id: 'cell' }, [element('tableCell')]))),
  ),
  forbid(
    'a block in a cell',
    put(() => inTable(element('tableCell', { id: 'cell' }, [words()]))),
  ),
  forbid(
    'a correction of an unknown kind',
    put(() => element('correction', { id: 'new', kind: 'apology' })),
  ),
  forbid(
    'a correction dated by words',
    put(() => element('correction', { id: 'new', at: 'today' })),
  ),
  forbid(
    'lists in lists beyond what anyone writes',
    put(() => nested(20)),
  ),
  forbid('a nesting that nobody could look through', (ydoc) => {
    let inner = element('quote')
    bodyOf(ydoc).push([inner])
    for (let depth = 0; depth < 12_000; depth += 1) {
      const next = element('quote')
      inner.push([next])
      inner = next
    }
  }),
  forbid('a heading in the headline', (ydoc) =>
    ydoc.getXmlFragment('headline').push([element('heading', { level: 2 })]),
  ),
  forbid('a block with an id in the standfirst', (ydoc) => ydoc.getXmlFragment('standfirst').push([words()])),
  forbid('bold type in the headline', (ydoc) => {
    const line = element('paragraph', {}, [new Y.XmlText('Loud')])
    ydoc.getXmlFragment('headline').push([line])
    ;(line.get(0) as Y.XmlText).format(0, 4, { bold: {} })
  }),
  forbid('an unknown mark', putFormatted({ blink: {} })),
  forbid('a mark that is no object', putFormatted({ bold: 'yes' })),
  forbid('a mark with an attribute of another', putFormatted({ bold: { href: 'https://example.org' } })),
  forbid('a link with more than an address', putFormatted({ link: { href: 'https://example.org', target: '_top' } })),
  forbid('a link without address', putFormatted({ link: {} })),
  ...[
    'javascript:steal()',
    'JaVaScRiPt:steal()',
    ' javascript:steal()',
    '\u0001javascript:steal()',
    'java\nscript:steal()',
    'java&#115;cript:steal()',
    'https://example.org\njavascript:steal()',
    'data:text/html,<script>steal()</script>',
    'vbscript:steal()',
    'blob:https://example.org/1',
    '//example.org',
    '/desk/stories',
  ].map((href) => forbid(`a link to ${JSON.stringify(href)}`, putFormatted({ link: { href } }))),
  forbid(
    'a quote from a source that runs',
    put(() => element('quote', { id: 'new', source: 'javascript:steal()' })),
  ),
]

const embed = (attrs: object) => element('embed', { id: 'new', ...attrs })

const inTable = (cell: Y.XmlElement) => element('table', { id: 'table' }, [element('tableRow', { id: 'row' }, [cell])])

const inList = (inner: Y.XmlElement) =>
  element('bulletList', { id: 'list' }, [element('listItem', { id: 'item' }, [inner])])

const nested = (depth: number): Y.XmlElement => (depth ? inList(nested(depth - 1)) : inList(words('deep', 'deep')))
