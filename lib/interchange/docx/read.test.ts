import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'
import type { Refused } from '#lib/processes/refused'
import { findBlockFault } from '#lib/story/document/check'
import { fixturePath } from '#lib/testing/fixtures'
import { end, list, log, numbered, opening, quote, table } from '#lib/testing/harbour'
import { outline } from '#lib/testing/outline'
import { wordFile, wordNames, wordParagraph, zipOf } from '#lib/testing/zip'

import { readWord } from './read'
import type { WordText } from './word-text'

const read = async (bytes: Buffer) => {
  const made = await readWord(bytes)
  return 'refused' in made ? made : { ...made, blocks: outline(made.blocks) }
}
const refusal = async (bytes: Buffer) => ((await readWord(bytes)) as Refused).message

test('a Word file as LibreOffice writes it', async () => {
  const made = await readWord(readFileSync(new URL('./samples/harbour.docx', import.meta.url)))
  expect((made as WordText).blocks.map(findBlockFault).filter(Boolean)).toEqual([])
  expect(outline((made as WordText).blocks)).toEqual([
    ...opening,
    `paragraph: Readings are in ${log}.[1]`,
    ...list,
    ...quote,
    ...numbered(1),
    ...table,
    ...end,
    'paragraph: [1] The log is kept by hand.',
  ])
})

test('changes are accepted, comments left out, both counted', async () => {
  const run = (text: string, name = 'w:t') => `<w:r><${name} xml:space="preserve">${text}</${name}></w:r>`
  const change = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
  const body = `<w:p>${run('He ')}<w:del ${change}>${run('came', 'w:delText')}</w:del><w:ins ${change}>${run('went')}</w:ins><w:moveFrom ${change}>${run(' now')}</w:moveFrom><w:moveTo ${change}>${run(' then')}</w:moveTo>${run('.')}</w:p>`
  const comments = `<w:comments ${wordNames}><w:comment w:id="1" w:author="A"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment></w:comments>`
  expect(await read(wordFile(body, { more: [{ name: 'word/comments.xml', content: comments }] }))).toEqual({
    blocks: ['paragraph: He went then.'],
    pictures: 0,
    comments: 1,
    changes: 3,
  })
})

describe('what is refused, in words', () => {
  test.each([
    ['nothing', Buffer.alloc(0), /empty/],
    ['a PDF with another name', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF/],
    ['rich text', Buffer.from('{\\rtf1\\ansi'), /rich text/],
    ['some bytes', Buffer.from('GIF89a'), /not a Word file/],
    ['an old Word file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument', 'latin1'), /old Word file/],
    [
      'a locked one',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['half an archive', wordFile(wordParagraph('a')).subarray(0, 300), /damaged/],
    ['a workbook', zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]), /Excel/],
    ['slides', zipOf([{ name: 'ppt/presentation.xml', content: '<a/>' }]), /slides/],
    ['a LibreOffice text', zipOf([{ name: 'mimetype', content: 'x' }]), /LibreOffice/],
    ['an archive of something', zipOf([{ name: 'a.txt', content: 'a' }]), /not a Word file/],
    ['XML that is none', wordFile('<w:p>'), /damaged/],
  ])('%s', async (_, bytes, words) => expect(await refusal(bytes)).toMatch(words))

  test('an entity, which could grow without end, is never read', async () => {
    const before = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    expect(await refusal(wordFile(wordParagraph('&b;'), { before }))).toMatch(/damaged/)
    // Nor what only says that there might be some.
    const elsewhere = '<!DOCTYPE d SYSTEM "https://spy.example/d.dtd">'
    expect(await refusal(wordFile(wordParagraph('a'), { before: elsewhere }))).toMatch(/damaged/)
  })

  test('an archive that grows: by one file, by many, whatever they say of themselves', async () => {
    const bomb = wordFile(`<w:p><w:r><w:t>${' '.repeat(30_000_000)}</w:t></w:r></w:p>`)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal(bomb)).toMatch(/too large/)
    const many = zipOf(Array.from({ length: 3001 }, (_, index) => ({ name: `word/${index}.xml`, content: '' })))
    expect(await refusal(many)).toMatch(/too large/)
  })

  test('a text that nobody edits as one story', async () => {
    expect(await refusal(wordFile(wordParagraph('a').repeat(5001)))).toMatch(/5001 paragraphs/)
  })
})

const odd: [string, string[], Partial<WordText>?][] = [
  ['comments', ['paragraph: Ouch.'], { comments: 2 }],
  ['embedded-style-map', ['paragraph: Walking on imported air']],
  ['empty', []],
  ['endnotes', ['paragraph: Ouch[1].[2]', 'paragraph: [1] A tachyon walks into a bar.', 'paragraph: [2] Fin.']],
  ['external-picture', [], { pictures: 1 }],
  ['footnote-hyperlink', ['paragraph: [1]', 'paragraph: [1] [Example](http://www.example.com)']],
  ['simple-list', ['bulletList', '  listItem', '    paragraph: Apple', '  listItem', '    paragraph: Banana']],
  ['strict-format', ['paragraph: Test']],
  ['strikethrough', ["paragraph: Today's Special: Salmon Sold out"]],
  ['text-box', ['paragraph: Datum plane']],
  ['tiny-picture', [], { pictures: 1 }],
  ['utf8-bom', ['paragraph: This XML has a byte order mark.']],
]

test.skipIf(!existsSync(fixturePath('docx')))('odd Word files of others', async () => {
  for (const [name, blocks, rest] of odd)
    expect(await read(readFileSync(fixturePath(`docx/${name}.docx`))), name).toEqual({
      blocks,
      pictures: 0,
      comments: 0,
      changes: 0,
      ...rest,
    })
})
