import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hostile } from '#lib/testing/hostile'
import { isFault } from '../containers/clip'
import { readCaptions } from './read'

const written = (text: string) => {
  const captions = readCaptions(text)
  return isFault(captions) ? captions.fault : captions.text
}
const cue = (text: string) =>
  written(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`).split('\n').slice(3, -1).join('\n')

test('WebVTT is written anew: times whole, no names, notes, styles, regions or words about the file', () => {
  const file = `\ufeffWEBVTT - made by Ada
Kind: captions

STYLE
::cue { color: url(https://tracker.example) }

REGION
id:fred width:40%

NOTE a note
of two lines

1
00:01.000 --> 00:04.500 line:-1 position:50%,center region:fred odd:thing\r
Good <b>morning</b>.\r
<v Ada Venn>Is it?</v>

01:00:00.000-->01:00:01.000
Yes.`
  expect(written(file)).toBe(`WEBVTT

00:00:01.000 --> 00:00:04.500 line:-1 position:50%,center
Good <b>morning</b>.
<v Ada Venn>Is it?</v>

01:00:00.000 --> 01:00:01.000
Yes.
`)
})

test('SubRip becomes WebVTT', () => {
  expect(
    written(
      '1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<font color="red">Stop</font> & <i>go</i>, 1 < 2\n\n2\n00:00:03,000 --> 00:00:04,000\n\n',
    ),
  ).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nStop &amp; <i>go</i>, 1 &lt; 2\n')
})

test('cues are handed over as they are written', () => {
  expect(readCaptions('WEBVTT\n\n00:01.000 --> 00:02.000 align:start\nA')).toMatchObject({
    cues: [{ start: 1000, end: 2000, settings: 'align:start', text: 'A' }],
  })
})

test.each([
  ['<c.yellow.bg_blue.b"ad>x</c>', '<c.yellow.bg_blue>x</c>'],
  ['<lang en-GB>x</lang><lang "><b>y</b></lang>', '<lang en-GB>x</lang><lang><b>y</b></lang>'],
  ['<ruby>漢<rt>kan</rt></ruby><rt>x</rt>', '<ruby>漢<rt>kan</rt></ruby>x'],
  ['<b>not <i>closed', '<b>not <i>closed</i></b>'],
  ['<b>a<i>b</b>c</i>', '<b>a<i>b</i></b>c'],
  ['<script>alert(1)</script><img src=x onerror=y>', 'alert(1)'],
  ['one<00:01.500> two', 'one two'],
  ['AT&amp;T &lt;b&gt; &nbsp;&#106; R&D', 'AT&amp;T &lt;b&gt; \u00a0&amp;#106; R&amp;D'],
  ['a &constructor; b', 'a &amp;constructor; b'],
  ['<v.loud Ada &amp; "Bo">x', '<v.loud Ada &amp; "Bo">x</v>'],
  ['a < b > c', 'a &lt; b &gt; c'],
])('%s is shown as %s', (text, shown) => expect(cue(text)).toBe(shown))

test('a line of tags alone does not cut its cue in two', () => {
  expect(cue('one\n<script>\ntwo')).toBe('one\ntwo')
})

test.each([
  ['', 'no captions'],
  ['WEBVTT', 'no captions'],
  ['just words', 'Line 1: this belongs to no caption'],
  ['WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\nB', 'Line 6: this belongs to no caption'],
  ['WEBVTT\n\nname\n00:01.000 --> 00:99.000\nA', 'Line 4: “00:01.000 --> 00:99.000” is no pair of times'],
  ['WEBVTT\n\n00:02.000 --> 00:02.000\nA', 'Line 3: this caption ends before it begins'],
  [
    'WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:03.000\nB',
    'Line 6: this caption begins before the one above',
  ],
  ['WEBVTT\n\n00:02.000 --> 00:03.000\nA\n00:04.000 --> 00:05.000\nB', 'Line 5: an empty line is missing'],
  ['WEBVTT\n\n00:02.000 --> 06:00:00.001\nA', 'Line 3: this caption is shown after more than six hours'],
  [`WEBVTT\n\n00:02.000 --> 00:03.000\n${'A'.repeat(2001)}`, 'Line 3: this caption is too long'],
  ['x'.repeat(1_000_001), 'over 1 MB'],
])('%j is refused, and its line is named', (text, why) => expect(written(text)).toContain(why))

test('captions begin together where two speak at once', () => {
  expect(written('WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:02.000 --> 00:04.000\nB')).toContain('B')
})

const pieces = [
  '<b>',
  '</b>',
  '<v Ada>',
  '<c.x>',
  '<',
  '>',
  '&',
  '&lt;',
  '-->',
  '\n',
  '<00:01.000>',
  '<rt>',
  '</ruby>',
  'a',
  '{\\an1}',
  '\u0000',
]

test('whatever is said, what is written reads the same once more, with no other tags than ours', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...hostile), fc.string()), { maxLength: 20 }),
      (parts) => {
        const first = readCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${parts.join('')}`)
        if (isFault(first)) return
        expect(written(first.text)).toBe(first.text)
        const said = first.cues.map(({ text }) => text).join('')
        expect(said.replace(/<\/?(?:b|i|u|c|v|lang|ruby|rt)(?:\.[\w.-]+)?(?: [^<>]*)?>/g, '')).not.toMatch(/[<>]/)
      },
    ),
  )
})

test('brackets without end are read in time', () => {
  for (const sign of ['<', '<b', '<b>', '<c.a', '&', '\n<v ', '{\\'])
    expect(written(`WEBVTT\n\n00:01.000 --> 00:02.000\n${sign.repeat(900_000 / sign.length)}`)).toMatch(
      /^(?:Line|There|WEBVTT)/,
    )
}, 5000)
