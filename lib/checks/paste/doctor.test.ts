import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Block, Body } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'
import { pastedPages } from '#lib/testing/pasted'

import { doctor } from './doctor'
import { applyEdits, certainParts, editsOf } from './edits'
import type { Context, Kind } from './finding'
import { fromText } from './from-text'
import { needsDoctor } from './needs-doctor'

const page = (text: string) => {
  let last = 0
  return fromText(text, () => `p${++last}`)
}
const body = (content: Block[]): Body => ({ type: 'doc', content })
const ofKind = (blocks: Block[], kind: Kind, context?: Context) =>
  doctor(blocks, context).filter((finding) => finding.kind === kind)
const applyKind = (blocks: Block[], kind: Kind) => {
  const parts = ofKind(blocks, kind)
    .filter(({ certain }) => certain)
    .flatMap((finding) => finding.parts)
  return applyEdits(
    body(blocks),
    parts.flatMap(({ edits }) => edits),
  )
}
const applyCertain = (blocks: Block[]) => {
  const findings = doctor(blocks)
  return applyEdits(body(blocks), editsOf(findings, certainParts(findings)))
}

describe.each(pastedPages)('$name', ({ text, kept, repeated, related, subHeads, tail }) => {
  const blocks = page(text)

  test('is told what is wrong with it, each line counted once', () => {
    const told = doctor(blocks).map(({ kind, certain, count }) => [kind, certain, count])
    expect(told).toContainEqual(['repeat', true, `${repeated} blocks`])
    expect(told).toContainEqual(['also-read', true, `${related} lines`])
    expect(told).toContainEqual(['sub-heads', true, `${subHeads.length} lines`])
    expect(told).toContainEqual(['tail', true, `${tail} lines`])
    expect(told.filter(([, certain]) => !certain)).toEqual([])
    expect(ofKind(blocks, 'repeat')[0]?.explanation).toContain(
      `Paragraphs ${repeated + 2} to ${2 * repeated + 1} say again, word for word, what stands in 2 to ${repeated + 1}.`,
    )
  })

  test('is clean after everything certain, and only then', () => {
    const { body: clean, tray } = applyCertain(blocks)
    expect(clean.content.map(({ attrs }) => attrs.id)).toEqual(blocks.slice(0, kept).map(({ attrs }) => attrs.id))
    expect(clean.content.filter(({ type }) => type === 'heading').map(blockText)).toEqual(subHeads)
    expect(clean.content.filter(({ type }) => type === 'relatedStory')).toHaveLength(related)
    expect(tray.map(({ block }) => blockText(block))).toEqual(blocks.slice(-tail).map(blockText))
    expect(JSON.stringify(clean)).not.toMatch(/‘ /)
    expect(clean.content.map(blockText).join('')).not.toMatch(/["']/)
    expect(doctor(clean.content)).toEqual([])
  })

  test('comes out the same in whatever order its findings are applied', () => {
    const kinds: Kind[] = ['repeat', 'tail', 'also-read', 'sub-heads', 'quotes']
    const clean = applyCertain(blocks).body
    fc.assert(
      fc.property(fc.shuffledSubarray(kinds, { minLength: kinds.length }), (order) => {
        expect(order.reduce((content, kind) => applyKind(content, kind).body.content, blocks as Block[])).toEqual(
          clean.content,
        )
      }),
      { numRuns: 30 },
    )
  })
})

test('what the editor keeps is counted where it stands, again', () => {
  const blocks = page(pastedPages[0]!.text)
  const kept = new Set(ofKind(blocks, 'repeat').flatMap(({ parts }) => parts.map(({ id }) => id)))
  expect(ofKind(blocks, 'repeat', { kept })).toEqual([])
  expect(ofKind(blocks, 'also-read', { kept })[0]?.count).toBe('4 lines')
})

test('runs on pastes of more than five blocks', () => {
  expect(needsDoctor(page('a\nb\nc\nd\ne'))).toBe(false)
  expect(needsDoctor(page('a\nb\nc\nd\ne\nf'))).toBe(true)
})

const line = fc.constantFrom(
  'Also Read: The boat is late again',
  'Also Read:',
  'You may also like',
  'What the crews want',
  'On the island',
  'Seals return to the slip',
  '“We wait,” she said. "And we\'ll wait."',
  'The board met “ in private ” on Monday, and said so in a note that it pinned to the door of the office.',
  'He said that nothing had been settled, and that nothing would be until the boats ran again as they did before.',
  'Shops shut early.',
  'By Ruth Bexley',
  '14 May 2026',
  'Share this story',
  "The '90s were kinder, said the skipper's wife; 'tis so.",
)
const pages = fc.array(line, { maxLength: 40 }).map((lines) => page(lines.join('\n')))
const words = (blocks: Block[]) =>
  blocks
    .map((block) => (block.type === 'relatedStory' ? block.attrs.note : blockText(block)))
    .flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? [])

test('everything certain leaves nothing certain', () => {
  fc.assert(
    fc.property(pages, (blocks) => {
      const { body: clean } = applyCertain(blocks)
      expect(doctor(clean.content).filter(({ certain }) => certain)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('no wording is lost: each stands in the text, in the tray, or as a note', () => {
  fc.assert(
    fc.property(pages, (blocks) => {
      const { body: clean, tray } = applyCertain(blocks)
      const left = new Set(words([...clean.content, ...tray.map(({ block }) => block)]))
      const labels = new Set(['Also', 'Read'])
      expect(words(blocks).filter((word) => !left.has(word) && !labels.has(word))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('applying twice is applying once, and the same page is told the same', () => {
  fc.assert(
    fc.property(pages, (blocks) => {
      const findings = doctor(blocks)
      expect(doctor(structuredClone(blocks))).toEqual(findings)
      const edits = findings.flatMap(({ parts }) => parts.flatMap((part) => part.edits))
      const once = applyEdits(body(blocks), edits)
      expect(applyEdits(once.body, edits)).toEqual({ body: once.body, tray: [] })
    }),
    { numRuns: 300 },
  )
})
