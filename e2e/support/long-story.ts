import { type Block, type Paragraph, type StoryDocument, schemaVersion, type Text } from '#lib/story/document/nodes'

const stock =
  'the gates of the barrier were closed at night and nobody on the quay was told until the water stood in the street a clerk read the log aloud while members looked at their papers there was no second engineer'.split(
    ' ',
  )

/** A text far beyond a day's news: so many words in paragraphs, with as many richer blocks between them. */
export function longStory(words: number, rich: number): StoryDocument {
  let made = 0
  const id = () => {
    made += 1
    return `b${made}`
  }
  const prose = (count: number) =>
    Array.from({ length: count }, (_, i) => stock[(made * 7 + i) % stock.length]).join(' ')
  const line = (count: number): Text[] => [
    { type: 'text', text: `${prose(count - 6)} ` },
    { type: 'text', text: prose(3), marks: [{ type: 'bold' }] },
    { type: 'text', text: ' ' },
    { type: 'text', text: prose(3), marks: [{ type: 'link', attrs: { href: 'https://example.org/minutes' } }] },
  ]
  const paragraph = (count: number): Paragraph => ({ type: 'paragraph', attrs: { id: id() }, content: line(count) })
  const list = (items: number): Block => ({
    type: 'bulletList',
    attrs: { id: id() },
    content: Array.from({ length: items }, () => ({
      type: 'listItem',
      attrs: { id: id() },
      content: [paragraph(12)],
    })),
  })
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    attrs: { id: id() },
    content: [{ type: 'text' as const, text }],
  })
  const row = () => ({
    type: 'tableRow' as const,
    attrs: { id: id() },
    content: ['Gate', 'four', '5.8 m', 'seized'].map(cell),
  })
  const kinds: (() => Block)[] = [
    () => ({ type: 'heading', attrs: { id: id(), level: 2 }, content: [{ type: 'text', text: prose(5) }] }),
    () => ({ type: 'quote', attrs: { ...speaker, id: id() }, content: [paragraph(25), paragraph(15)] }),
    () => list(4),
    () => ({ type: 'pullQuote', attrs: { id: id(), speaker: 'Ada Kerrow' }, content: line(14) }),
    () => ({
      type: 'factBox',
      attrs: { id: id(), title: 'The barrier' },
      content: [paragraph(20), list(3) as never],
    }),
    () => ({
      type: 'table',
      attrs: { id: id(), caption: 'High water', headRow: true, headColumn: false },
      content: Array.from({ length: 5 }, row),
    }),
    () => ({ type: 'relatedStory', attrs: { id: id(), story: '', note: prose(6) } }),
    () => ({ type: 'divider', attrs: { id: id() } }),
  ]
  const between = 3
  const each = Math.round(words / rich / (between + 0.6))
  const content = Array.from({ length: rich }, (_, i) => [
    ...Array.from({ length: between }, () => paragraph(each)),
    kinds[i % kinds.length]!(),
  ]).flat()
  return { schema: schemaVersion, headline: 'The long read', standfirst: prose(20), body: { type: 'doc', content } }
}

const speaker = { speaker: 'Ada Kerrow', role: 'chandler', via: 'the Courier', saidAt: '2026-05-12', source: '' }
