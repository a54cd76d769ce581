import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'

import { firstTheme } from './content'
import { filesFor, italicLatn, letters } from './letters'
import { stylesheet } from './stylesheet'

const root = new URL('../../../', import.meta.url)
const sheets = ['lib/site/view/styles/fonts.css', 'public/fonts/letters.css'].map((path) =>
  readFileSync(new URL(path, root), 'utf8'),
)

/** Each rule of a face with a file: its name, style and letters. */
const facesOf = (css: string) =>
  [...css.matchAll(/@font-face\s*\{([^}]*src:\s*url[^}]*)\}/g)].map(([, rule = '']) => ({
    family: /font-family:\s*"([^"]+)"/.exec(rule)?.[1] ?? '',
    italic: /font-style:\s*italic/.test(rule),
    file: /url\("\/([^"]+)"\)/.exec(rule)?.[1] ?? '',
    shows: /font-display:\s*(\w+)/.exec(rule)?.[1],
    range: (/unicode-range:\s*([^;]+)/.exec(rule)?.[1] ?? '').replace(/\s/g, ''),
  }))

const site = facesOf(sheets.join(''))
const sans = facesOf(stylesheet({ ...firstTheme, faces: 'sans' }))

const points = (range: string) =>
  [...range.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].flatMap(([, from = '', to = from]) => {
    const first = Number.parseInt(from, 16)
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at)
  })

/** The characters that a woff2 file has: its table `cmap`, which woff2 never transforms, in its format 4. */
function charactersOf(path: string): number[] {
  const file = readFileSync(new URL(`public/${path}`, root))
  let at = 48
  const number = () => {
    let value = 0
    for (;;) {
      const byte = file[at++] ?? 0
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let before = 0
  let cmap = 0
  for (let table = 0; table < file.readUInt16BE(12); table++) {
    const flags = file[at++] ?? 0
    // 63 names a tag of its own; 0 is `cmap`, 10 and 11 are `glyf` and `loca`, which are transformed unless version 3.
    const tag = flags & 63
    if (tag === 63) at += 4
    const whole = number()
    const isGlyphs = (tag === 10 || tag === 11) && flags >> 6 === 0
    const length = isGlyphs ? number() : whole
    if (tag === 0) cmap = before
    before += length
  }
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(cmap)
  for (let one = 0; one < tables.readUInt16BE(2); one++) {
    const part = tables.subarray(tables.readUInt32BE(4 + one * 8 + 4))
    if (part.readUInt16BE(0) !== 4) continue
    const twice = part.readUInt16BE(6)
    return Array.from({ length: twice / 2 }, (_, segment) => {
      const last = part.readUInt16BE(14 + segment * 2)
      const first = part.readUInt16BE(16 + twice + segment * 2)
      return first === 0xffff ? [] : Array.from({ length: last - first + 1 }, (_, next) => first + next)
    }).flat()
  }
  throw new Error(`${path} has no cmap of format 4.`)
}

test('each further file has exactly the letters that it is fetched for', () => {
  const further = [...site, ...sans].filter(({ range }) => range)
  expect(further).toHaveLength(18)
  for (const { file, range } of further) expect(charactersOf(file), file).toEqual(points(range).sort((a, b) => a - b))
})

test('no letter is in two files of a face, the first one’s included; all of them are left out rather than late', () => {
  const all = [...site, ...sans]
  for (const face of new Set(all.map(({ family, italic }) => family + italic))) {
    const files = all.filter(({ family, italic }) => family + italic === face)
    const characters = files.flatMap(({ file }) => charactersOf(file))
    expect(characters.length, face).toBe(new Set(characters).size)
  }
  expect(all.filter(({ shows }) => shows !== 'optional')).toEqual([])
})

const rangeOf = (name: string) => site.find(({ file }) => file === `fonts/${name}.woff2`)?.range

test('the files of each face are those of the letters that pages ask for', () => {
  for (const [name, range] of Object.entries(letters))
    for (const face of ['stet-head', 'stet-text', 'stet-text-italic'])
      expect(rangeOf(`${face}-${name}`), name).toBe(range)
  expect(rangeOf('stet-text-italic-latn')).toBe(italicLatn)
})

const [head, text] = ['/fonts/stet-head.woff2', '/fonts/stet-text.woff2']
test.each([
  ['western letters', [head, text], 'Ça suffit à Malmö', 'naïve œuvre “…” – 5 €', '', []],
  ['a Polish headline', [head, text], 'Wałęsa', 'in English', '', ['stet-head-ext']],
  ['a Greek text', [head, text], '2026', 'Καλημέρα', '', ['stet-text-grek']],
  ['one face for both', [text], 'Київ', 'Київ', '', ['stet-text-cyrl']],
  [
    ...(['Vietnamese beside Kazakh', [head, text], 'Nguyễn', 'Қазақ', ''] as const),
    ['stet-head-viet', 'stet-text-cyrl', 'stet-text-cyrx'],
  ],
  ['italics', [head, text], '', 'Die', 'Zeit', ['stet-text-italic']],
  [
    'italics of rarer letters',
    [text],
    '',
    'El',
    'año de Łódź',
    ['stet-text-italic', 'stet-text-italic-latn', 'stet-text-italic-ext'],
  ],
  ['a face without them', ['/fonts/stet-desk.woff2', text], 'Київ', '', '', []],
  ['no face at all', [], 'Київ', 'Київ', 'Київ', []],
  ['a script that none has', [head, text], 'الصباح', '日本', '', []],
])('%s', (_, files, headlines, body, italics, further) =>
  expect(filesFor([...files], { headlines, text: body, italics })).toEqual(
    further.map((name) => `/fonts/${name}.woff2`),
  ),
)
