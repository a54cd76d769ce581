import fc from 'fast-check'

import type { Block, Mark, Text } from '#lib/story/document/nodes'

const words = fc
  .array(fc.constantFrom('gate', 'river', 'the', 'of', 'Ada', 'rose.', '14', 'é', '🌊'), { maxLength: 8 })
  .map((all) => all.join(' '))

const marks: fc.Arbitrary<Mark[]> = fc.constantFrom<Mark[]>(
  [],
  [],
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'link', attrs: { href: 'https://example.org/a' } }],
)

/** Text as editors leave it: no empty runs, no two neighbours with the same marks. */
const texts: fc.Arbitrary<Text[]> = fc.array(fc.tuple(words, marks), { maxLength: 3 }).map((runs) =>
  runs.reduce<Text[]>((all, [text, with_]) => {
    const last = all.at(-1)
    if (!text) return all
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(with_)) last.text += text
    else all.push({ type: 'text', text, ...(with_.length ? { marks: with_ } : {}) })
    return all
  }, []),
)

const filled = (content: Text[]) => (content.length ? { content } : {})

/** A block of some kind; `id` is its own, those inside begin with it. */
const blockOf = (id: string): fc.Arbitrary<Block> =>
  fc.oneof(
    texts.map((content): Block => ({ type: 'paragraph', attrs: { id }, ...filled(content) })),
    texts.map((content): Block => ({ type: 'paragraph', attrs: { id }, ...filled(content) })),
    fc
      .tuple(texts, fc.constantFrom<2 | 3>(2, 3))
      .map(([content, level]): Block => ({ type: 'heading', attrs: { id, level }, ...filled(content) })),
    fc.tuple(words, fc.array(texts, { minLength: 1, maxLength: 3 })).map(
      ([speaker, all]): Block => ({
        type: 'quote',
        attrs: { id, speaker, role: '', via: '', saidAt: '', source: '' },
        content: all.map((content, at) => ({
          type: 'paragraph',
          attrs: { id: `${id}q${at}` },
          ...filled(content),
        })),
      }),
    ),
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }).chain((items) =>
      fc.array(texts, { minLength: items.length, maxLength: items.length }).map(
        (all): Block => ({
          type: 'bulletList',
          attrs: { id },
          content: items.map((item, at) => ({
            type: 'listItem',
            attrs: { id: `${id}i${item}` },
            content: [{ type: 'paragraph', attrs: { id: `${id}p${item}` }, ...filled(all[at]!) }],
          })),
        }),
      ),
    ),
    words.map((note): Block => ({ type: 'relatedStory', attrs: { id, story: '', note } })),
    fc.constant<Block>({ type: 'divider', attrs: { id } }),
  )

/** Bodies of up to eight blocks whose ids are from one small store, so that two of them have much in common. */
export const bodies: fc.Arbitrary<Block[]> = fc
  .shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  .chain((ids) => fc.tuple(...ids.map(blockOf)))
