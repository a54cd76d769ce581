import { type Block, type StoryDocument, schemaVersion } from '#lib/story/document/nodes'

/** One block of every kind, with every mark: what tests take as a document. */
export const everyBlock: Block[] = [
  { type: 'heading', attrs: { id: 'h', level: 3 }, content: [{ type: 'text', text: 'The river' }] },
  {
    type: 'paragraph',
    attrs: { id: 'p' },
    content: [
      { type: 'text', text: 'It ' },
      { type: 'text', marks: [{ type: 'bold' }], text: 'rose' },
      {
        type: 'text',
        marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }, { type: 'bold' }],
        text: ' at',
      },
      { type: 'text', marks: [{ type: 'italic' }], text: ' night 🌊' },
    ],
  },
  {
    type: 'bulletList',
    attrs: { id: 'l' },
    content: [
      {
        type: 'listItem',
        attrs: { id: 'i' },
        content: [
          { type: 'paragraph', attrs: { id: 'ip' }, content: [{ type: 'text', text: 'one' }] },
          {
            type: 'orderedList',
            attrs: { id: 'o', start: 4 },
            content: [
              { type: 'listItem', attrs: { id: 'oi' }, content: [{ type: 'paragraph', attrs: { id: 'oip' } }] },
            ],
          },
        ],
      },
    ],
  },
  {
    type: 'quote',
    attrs: {
      id: 'q',
      speaker: 'Ada Kerrow',
      role: 'harbour master',
      via: 'by telephone',
      saidAt: '2026-03-02',
      source: '',
    },
    content: [{ type: 'paragraph', attrs: { id: 'qp' }, content: [{ type: 'text', text: 'We were told.' }] }],
  },
  {
    type: 'pullQuote',
    attrs: { id: 'u', speaker: 'Ada Kerrow' },
    content: [
      { type: 'text', text: 'We were ' },
      { type: 'text', marks: [{ type: 'italic' }], text: 'told' },
    ],
  },
  {
    type: 'factBox',
    attrs: { id: 'f', title: 'The gates' },
    content: [
      { type: 'heading', attrs: { id: 'fh', level: 3 }, content: [{ type: 'text', text: 'In figures' }] },
      { type: 'paragraph', attrs: { id: 'fp' }, content: [{ type: 'text', text: 'Four of them.' }] },
      {
        type: 'bulletList',
        attrs: { id: 'fl' },
        content: [{ type: 'listItem', attrs: { id: 'fi' }, content: [{ type: 'paragraph', attrs: { id: 'fip' } }] }],
      },
    ],
  },
  { type: 'relatedStory', attrs: { id: 'r', story: '', note: 'The other flood' } },
  {
    type: 'image',
    attrs: {
      id: 'im',
      media: '6fz1k0a9m3xq',
      alt: '',
      caption: 'Gate four',
      credit: '',
      crop: '0.1,0,0.5,0.25',
      wide: false,
    },
  },
  {
    type: 'gallery',
    attrs: { id: 'ga', title: 'The night in pictures' },
    content: [
      {
        type: 'image',
        attrs: {
          id: 'im2',
          media: '6fz1k0a9m3xr',
          alt: 'A gate',
          caption: '',
          credit: 'N. Orrell',
          crop: '',
          wide: true,
        },
      },
    ],
  },
  { type: 'clip', attrs: { id: 'cl', media: '6fz1k0a9m3xs', caption: 'The bell', credit: '' } },
  { type: 'embed', attrs: { id: 'e', provider: 'youtube', ref: 'dQw4w9WgXcQ@90', caption: 'The night of the flood' } },
  {
    type: 'table',
    attrs: { id: 't', caption: 'High water', headRow: true, headColumn: false },
    content: [
      {
        type: 'tableRow',
        attrs: { id: 't0' },
        content: [
          { type: 'tableCell', attrs: { id: 't00' }, content: [{ type: 'text', text: 'Gate' }] },
          { type: 'tableCell', attrs: { id: 't01' }, content: [{ type: 'text', text: 'Metres' }] },
        ],
      },
      {
        type: 'tableRow',
        attrs: { id: 't1' },
        content: [
          {
            type: 'tableCell',
            attrs: { id: 't10' },
            content: [{ type: 'text', marks: [{ type: 'bold' }], text: 'Four' }],
          },
          { type: 'tableCell', attrs: { id: 't11' }, content: [{ type: 'text', text: '5.8' }] },
        ],
      },
    ],
  },
  {
    type: 'correction',
    attrs: { id: 'c', kind: 'clarification', at: '2026-03-03T08:30:00.000Z' },
    content: [{ type: 'text', text: 'It was gate four.' }],
  },
  { type: 'divider', attrs: { id: 'd' } },
]

export const everyDocument: StoryDocument = {
  schema: schemaVersion,
  headline: 'River rises',
  standfirst: 'At night.',
  body: { type: 'doc', content: everyBlock },
}
