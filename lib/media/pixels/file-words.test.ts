import { expect, test } from 'vitest'

import { iptcSegment, spokenFor, xmpOf, xmpSegment } from '#lib/testing/picture-words'

import { wordsOf } from './file-words'

const exif = { ImageDescription: 'By the camera', Artist: 'C. Amera', Copyright: 'Camera Ltd' }
const camera = { DateTimeOriginal: '2026:01:02 03:04:05', OffsetTimeOriginal: '+01:00' }
const iptc = iptcSegment([
  [105, 'Légende'],
  [120, 'Zoë hält das Tor.'],
  [110, 'Agence Ümlaut'],
  [25, 'flood'],
  [25, 'gate, old'],
  [90, 'Köln'],
  [101, 'Germany'],
  [55, '20260203'],
  [60, '101500+0100'],
])
const list = (name: string, kind: string, ...items: string[]) =>
  `<dc:${name}><rdf:${kind}>${items.map((item) => `<rdf:li xml:lang="x-default">${item}</rdf:li>`).join('')}</rdf:${kind}></dc:${name}>`
const xmp = xmpSegment(
  xmpOf(
    list('description', 'Alt', 'The gate &amp; the river') +
      list('rights', 'Alt', '© Zoë Müller') +
      list('creator', 'Seq', 'Zoë Müller') +
      list('subject', 'Bag', 'tide', 'tide', 'barrier'),
    'photoshop:Credit="Reuters" photoshop:City="Wendmouth" photoshop:DateCreated="2026-05-01T10:00:00+02:00"',
  ),
)

test('EXIF alone is read, with its own time, and never its position', async () => {
  const words = wordsOf(await spokenFor({ exif, camera }))
  expect(words).toEqual({
    caption: 'By the camera',
    creator: 'C. Amera',
    copyright: 'Camera Ltd',
    takenAt: '2026-01-02T03:04:05+01:00',
  })
})

test('IPTC comes before EXIF, letter for letter', async () => {
  expect(wordsOf(await spokenFor({ exif, camera, segments: [iptc] }))).toEqual({
    headline: 'Légende',
    caption: 'Zoë hält das Tor.',
    credit: 'Agence Ümlaut',
    creator: 'C. Amera',
    copyright: 'Camera Ltd',
    keywords: ['flood', 'gate, old'],
    place: 'Köln, Germany',
    takenAt: '2026-02-03T10:15:00+01:00',
  })
})

test('XMP comes before both', async () => {
  expect(wordsOf(await spokenFor({ exif, camera, segments: [xmp, iptc] }))).toMatchObject({
    headline: 'Légende',
    caption: 'The gate & the river',
    credit: 'Reuters',
    creator: 'Zoë Müller',
    copyright: '© Zoë Müller',
    keywords: ['tide', 'barrier'],
    takenAt: '2026-05-01T10:00:00+02:00',
  })
})

test('on what terms it may be used is read, and what networks write there is none', async () => {
  const said = 'Not for use in Kent.\nCall before cropping.'
  expect(wordsOf(await spokenFor({ segments: [iptcSegment([[40, said]])] }))).toEqual({ instructions: said })
  const terms = xmpSegment(xmpOf('', 'photoshop:Instructions="Once, on 3 May"'))
  expect(wordsOf(await spokenFor({ segments: [terms] }))).toEqual({ instructions: 'Once, on 3 May' })
  expect(wordsOf(await spokenFor({ segments: [iptcSegment([[40, 'FBMD01000a9e0d0000']])] }))).toEqual({})
})

test('what a camera writes for a caption is none', async () => {
  expect(wordsOf(await spokenFor({ exif: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } }))).toEqual({})
  expect(wordsOf(await spokenFor({ exif: { ImageDescription: 'Sony factory on strike' } })).caption).toBeTruthy()
})

test('each field is cut and clean: no controls, no half letters', async () => {
  const long = `${'🌊'.repeat(3000)}`
  const keywords = Array.from({ length: 80 }, (_, i): [number, string] => [25, `k${i}`])
  const segments = [iptcSegment([[120, `a\x07\x00b ${long}`], [105, '\x1b'], ...keywords])]
  const words = wordsOf(await spokenFor({ segments }))
  expect(words.caption).toMatch(/^ab 🌊+$/u)
  expect(words.caption!.length).toBeLessThanOrEqual(4000)
  expect(words.caption).not.toMatch(/\p{Surrogate}/u)
  expect(words.headline).toBeUndefined()
  expect(words.keywords).toHaveLength(50)
})

test('no date is made up of what is none', async () => {
  for (const DateTimeOriginal of ['0000:00:00 00:00:00', '2026:13:40 25:61:61', 'yesterday'])
    expect(wordsOf(await spokenFor({ camera: { DateTimeOriginal } }))).toEqual({})
})

test('names of objects in XMP change nothing of ours, and entities do not multiply', async () => {
  const odd = '<dc:__proto__><dc:polluted>yes</dc:polluted></dc:__proto__><dc:constructor>x</dc:constructor>'
  wordsOf(await spokenFor({ segments: [xmpSegment(xmpOf(odd, '__proto__="x" dc:hasOwnProperty="y"'))] }))
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
  const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(500)}"><!ENTITY b "${'&a;'.repeat(50)}">]>`
  const words = wordsOf(
    await spokenFor({ segments: [xmpSegment(laughs + xmpOf(list('description', 'Alt', '&b;&b;')))] }),
  )
  expect(words.caption ?? '').not.toContain('hahaha')
})

test('what is no picture says nothing', () => {
  expect(wordsOf(Buffer.from('GIF89a'))).toEqual({})
  expect(wordsOf(Buffer.alloc(0))).toEqual({})
})
