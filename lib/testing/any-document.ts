import fc, { type Arbitrary } from 'fast-check'

import type { Embedded } from '#lib/story/document/embed/embed'
import {
  type Block,
  correctionKinds,
  type Image,
  type List,
  type ListItem,
  type Mark,
  type Paragraph,
  type StoryDocument,
  schemaVersion,
  type TableCell,
  type TableRow,
  type Text,
} from '#lib/story/document/nodes'

/** Documents of every block there is, in every shape that the schema lets through, those that merges leave included. */

const words = fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S}\p{Z}\n\t]{1,20}$/u)
const line = fc.oneof(fc.constant(''), words)

const mark: Arbitrary<Mark> = fc.oneof(
  fc.constant<Mark>({ type: 'bold' }),
  fc.constant<Mark>({ type: 'italic' }),
  fc
    .constantFrom('https://a.example/?q="<b>', 'mailto:desk@paper.example')
    .map<Mark>((href) => ({ type: 'link', attrs: { href } })),
)
const text: Arbitrary<Text> = fc
  .record({ text: words, marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }) })
  .map(({ text, marks }) => ({ type: 'text', text, ...(marks.length ? { marks } : {}) }))
const texts = fc.array(text, { maxLength: 3 })

/** Given when the whole document is there, so that no two are the same. */
const attrs = { id: '' }

const paragraph: Arbitrary<Paragraph> = texts.map((content) => ({ type: 'paragraph', attrs, content }))
const heading = fc
  .tuple(fc.constantFrom<2 | 3>(2, 3), texts)
  .map<Block & { type: 'heading' }>(([level, content]) => ({ type: 'heading', attrs: { ...attrs, level }, content }))

const listOf = (depth: number): Arbitrary<List> => {
  const inside = depth ? fc.oneof(paragraph, listOf(depth - 1)) : paragraph
  const item: Arbitrary<ListItem> = fc
    .array<Paragraph | List>(inside, { maxLength: 2 })
    .map((content) => ({ type: 'listItem', attrs, content }))
  return fc
    .tuple(
      fc.constantFrom<List['type']>('bulletList', 'orderedList'),
      fc.integer({ min: -9, max: 9 }),
      fc.array(item, { maxLength: 3 }),
    )
    .map(([type, start, content]) => ({ type, attrs: type === 'orderedList' ? { ...attrs, start } : attrs, content }))
}
const list = listOf(2)

const embedded: Arbitrary<Embedded> = fc.constantFrom<Embedded>(
  { provider: 'youtube', ref: 'dQw4w9WgXcQ@90' },
  { provider: 'vimeo', ref: '76979871/8272103f6e' },
  { provider: 'x', ref: 'HarlCourier/12' },
  { provider: 'instagram', ref: 'reel/C1a2B3_c-d' },
  { provider: 'tiktok', ref: 'a.b/12' },
  { provider: 'facebook', ref: 'HarlCourier/posts/pfbid02abc' },
  { provider: 'spotify', ref: 'show/4rOoJ6Egrf8K2IrywzwOMk' },
  { provider: 'soundcloud', ref: 'a-b/sets/c' },
  { provider: 'datawrapper', ref: 'aB3dE' },
  { provider: 'openstreetmap', ref: '15/51.5/-0.12/51.5/-0.12' },
  { provider: 'googlemaps', ref: '15/51.5/-0.12' },
)

const cell: Arbitrary<TableCell> = texts.map((content) => ({ type: 'tableCell', attrs, content }))
const row: Arbitrary<TableRow> = fc
  .array(cell, { maxLength: 4 })
  .map((content) => ({ type: 'tableRow', attrs, content }))

const ofLibrary = fc.constantFrom('6fz1k0a9m3xq', 'gone')
const image = fc
  .record({
    media: ofLibrary,
    alt: line,
    caption: line,
    credit: line,
    crop: fc.constantFrom('', '0.1,0,0.5,0.25'),
    wide: fc.boolean(),
  })
  .map<Image>((told) => ({ type: 'image', attrs: { ...attrs, ...told } }))

const block: Arbitrary<Block> = fc.oneof<Arbitrary<Block>[]>(
  paragraph,
  heading,
  list,
  fc
    .tuple(
      fc.record({ speaker: line, role: line, via: line, saidAt: line }),
      fc.constantFrom('', 'https://a.example/'),
      fc.array(paragraph, { maxLength: 2 }),
    )
    .map(([said, source, content]) => ({ type: 'quote', attrs: { ...attrs, ...said, source }, content })),
  fc.tuple(line, texts).map(([speaker, content]) => ({ type: 'pullQuote', attrs: { ...attrs, speaker }, content })),
  fc
    .tuple(line, fc.array(fc.oneof(paragraph, heading, list), { maxLength: 3 }))
    .map(([title, content]) => ({ type: 'factBox', attrs: { ...attrs, title }, content })),
  fc.tuple(line, line).map(([story, note]) => ({ type: 'relatedStory', attrs: { ...attrs, story, note } })),
  fc.tuple(embedded, line).map(([of, caption]) => ({ type: 'embed', attrs: { ...attrs, ...of, caption } })),
  fc
    .tuple(
      fc.record({ caption: line, headRow: fc.boolean(), headColumn: fc.boolean() }),
      fc.array(row, { maxLength: 4 }),
    )
    .map(([told, content]) => ({ type: 'table', attrs: { ...attrs, ...told }, content })),
  fc
    .tuple(fc.constantFrom(...correctionKinds), fc.constantFrom('', '2026-05-12T08:00:00Z'), texts)
    .map(([kind, at, content]) => ({ type: 'correction', attrs: { ...attrs, kind, at }, content })),
  image,
  fc.tuple(line, fc.array(image, { maxLength: 3 })).map(([title, content]) => ({
    type: 'gallery',
    attrs: { ...attrs, title },
    content,
  })),
  fc.record({ media: ofLibrary, caption: line, credit: line }).map((told) => ({
    type: 'clip',
    attrs: { ...attrs, ...told },
  })),
  fc.constant<Block>({ type: 'divider', attrs }),
)

/** Each node with an id of its own, in order. */
function numbered<T>(node: T, next: () => string): T {
  const { attrs, content, ...rest } = node as { attrs?: object; content?: unknown[] }
  return {
    ...rest,
    ...(attrs ? { attrs: { ...attrs, id: next() } } : {}),
    ...(content ? { content: content.map((inner) => numbered(inner, next)) } : {}),
  } as T
}

export const anyBlocks: Arbitrary<Block[]> = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => {
  let count = 0
  const next = () => {
    count += 1
    return `n${count}`
  }
  return blocks.map((one) => numbered(one, next))
})

export const anyDocument: Arbitrary<StoryDocument> = fc
  .record({ headline: fc.oneof(fc.constant(''), fc.stringMatching(/^[\p{L}\p{P} ]{1,20}$/u)), content: anyBlocks })
  .map(({ headline, content }) => ({ schema: schemaVersion, headline, standfirst: '', body: { type: 'doc', content } }))
