import { type Extensions, mergeAttributes, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'

import { attribute, fitting } from './attributes'
import { correction, embed } from './blocks'
import { id, line } from './id'
import { link } from './link'
import { clip, gallery, image } from './media-nodes'
import { table, tableCell, tableRow } from './table-nodes'

/**
 * The nodes and marks of nodes.ts, shared by the editor and the server; nothing here touches a page.
 * Content is permissive (`a*`): a merge of two people's edits may leave a list without items, and what the schema
 * forbids, an editor deletes. How many of what is checked at publication.
 */

const paragraph = Paragraph.extend({ addAttributes: () => ({ id }) })

const heading = Heading.extend({
  addAttributes: () => ({ id, level: { default: 2, rendered: false, validate: attribute.level } }),
}).configure({ levels: [2, 3] })

const listItem = ListItem.extend({
  content: '(paragraph | bulletList | orderedList)*',
  addAttributes: () => ({ id }),
})
const bulletList = BulletList.extend({ content: 'listItem*', addAttributes: () => ({ id }) })
const orderedList = OrderedList.extend({
  content: 'listItem*',
  addAttributes: () => ({
    id,
    start: {
      default: 1,
      validate: attribute.start,
      parseHTML: (element) =>
        fitting(Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1, attribute.start, 1),
    },
  }),
})

const quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'paragraph*',
  defining: true,
  addAttributes: () => ({
    id,
    speaker: line('speaker'),
    role: line('role'),
    via: line('via'),
    saidAt: line('saidAt'),
    source: line('source', attribute.source),
  }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', mergeAttributes(HTMLAttributes), 0],
})

const pullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'text*',
  defining: true,
  addAttributes: () => ({ id, speaker: line('speaker') }),
  // Before the quote's, which takes any blockquote.
  parseHTML: () => [{ tag: 'blockquote[data-pull]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', mergeAttributes({ 'data-pull': '' }, HTMLAttributes), 0],
})

const factBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | heading | bulletList | orderedList)*',
  defining: true,
  addAttributes: () => ({ id, title: line('title') }),
  parseHTML: () => [{ tag: 'aside[data-facts]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes({ 'data-facts': '' }, HTMLAttributes), 0],
})

const relatedStory = Node.create({
  name: 'relatedStory',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ id, story: line('story'), note: line('note') }),
  parseHTML: () => [{ tag: 'div[data-related]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ 'data-related': '' }, HTMLAttributes)],
})

const divider = Node.create({
  name: 'divider',
  group: 'block',
  atom: true,
  addAttributes: () => ({ id }),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', mergeAttributes(HTMLAttributes)],
})

/** The body's. */
export const bodyExtensions: Extensions = [
  Document,
  Text,
  paragraph,
  heading,
  bulletList,
  orderedList,
  listItem,
  quote,
  pullQuote,
  factBox,
  relatedStory,
  embed,
  table,
  tableRow,
  tableCell,
  correction,
  image,
  gallery,
  clip,
  divider,
  link,
  Bold,
  Italic,
]

/** Names of the nodes that carry an id: what the editor's UniqueID needs. */
export const identified = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'quote',
  'pullQuote',
  'factBox',
  'relatedStory',
  'embed',
  'table',
  'tableRow',
  'tableCell',
  'correction',
  'image',
  'gallery',
  'clip',
  'divider',
]

/**
 * The headline's and the standfirst's: plain text in one paragraph. Two, which a merge can make of two people's first
 * words, are kept and read as one line.
 */
export const lineExtensions: Extensions = [
  Document.extend({ content: 'paragraph+' }),
  Paragraph.extend({ marks: '' }),
  Text,
]
