import exifReader, { type ExpandedTags } from 'exifreader'

import { cleanNote } from '#lib/story/document/clean'

import type { FileWords } from './taken-picture'

/** Signs of a field, and keywords of a picture; more is cut. */
const longest = {
  ...{ headline: 300, caption: 4000, credit: 300, creator: 300, copyright: 500, instructions: 2000 },
  ...{ place: 200, keyword: 80 },
}
const mostKeywords = 50

/** What cameras write where a caption would stand. */
const camera =
  /^(?:(?:OLYMPUS|SONY|MINOLTA|KONICA|SAMSUNG|KODAK|PENTAX|DIGITAL|DCIM|DSC|IMG)[ _A-Z0-9]*|[Dd]efault|[Uu]ntitled|[Ii]mage|Screenshot)$/

/** What a network that it went through writes where terms of use would stand. */
const trace = /^FBMD[0-9a-f]+$/

/**
 * What a file says of its picture, XMP before IPTC before EXIF. Its position is never read out.
 * @param file a picture whose structure was found sound; to be run where it may be killed
 */
export function wordsOf(file: Buffer): FileWords {
  let tags: ExpandedTags
  try {
    // Not `async`: then packed texts would be unpacked, without end.
    tags = exifReader.load(file, {
      expanded: true,
      excludeTags: { gps: true, icc: true, mpf: true, thumbnail: true, makerNotes: true },
    })
  } catch {
    return {}
  }
  const first = (length: number, ...from: Name[]) => from.map((name) => cut(textOf(tags, name), length)).find(Boolean)
  const words: FileWords = {
    headline: first(longest.headline, 'xmp.Headline', 'iptc.Headline', 'xmp.title', 'iptc.Object Name'),
    caption: [first(longest.caption, 'xmp.description', 'iptc.Caption/Abstract', 'exif.ImageDescription')].find(
      (text) => text && !camera.test(text),
    ),
    credit: first(longest.credit, 'xmp.Credit', 'iptc.Credit'),
    creator: first(longest.creator, 'xmp.creator', 'iptc.By-line', 'exif.Artist'),
    copyright: first(longest.copyright, 'xmp.rights', 'iptc.Copyright Notice', 'exif.Copyright'),
    instructions: [first(longest.instructions, 'xmp.Instructions', 'iptc.Special Instructions', 'xmp.UsageTerms')].find(
      (text) => text && !trace.test(text),
    ),
    takenAt: takenAt(tags),
    keywords: keywordsOf(tags),
    place: placeOf(tags),
  }
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value?.length)) as FileWords
}

type Name = `${'xmp' | 'iptc' | 'exif'}.${string}`

/** A tag's text: names are ours, but what stands under them is anybody's. */
function textOf(tags: ExpandedTags, name: Name): string {
  const tag = tagOf(tags, name)
  const one = Array.isArray(tag) ? tag[0] : tag
  const text: unknown = one?.description
  return typeof text === 'string' ? text : ''
}

function tagOf(tags: ExpandedTags, name: Name) {
  const [group, tag] = name.split(/\.(.*)/s) as ['xmp' | 'iptc' | 'exif', string]
  const all = (tags[group] ?? {}) as Record<string, unknown>
  return Object.hasOwn(all, tag) ? (all[tag] as { description?: unknown; value?: unknown }) : undefined
}

function cut(text: string, length: number): string | undefined {
  // What counts is what a reader would count; half a pair of surrogates is none.
  const clean = cleanNote(text.slice(0, length * 8))
  return clean.length <= length ? clean : cleanNote(clean.slice(0, length))
}

function keywordsOf(tags: ExpandedTags): string[] {
  for (const name of ['xmp.subject', 'iptc.Keywords'] as const) {
    const tag = tagOf(tags, name)
    const all = Array.isArray(tag) ? tag : Array.isArray(tag?.value) && name === 'xmp.subject' ? tag.value : [tag]
    const words = all
      .slice(0, 500)
      .map((one: { description?: unknown } | undefined) =>
        typeof one?.description === 'string' ? (cut(one.description, longest.keyword) ?? '') : '',
      )
    const different = [...new Set<string>(words.filter(Boolean))].slice(0, mostKeywords)
    if (different.length) return different
  }
  return []
}

function placeOf(tags: ExpandedTags): string | undefined {
  const city = textOf(tags, 'xmp.City') || textOf(tags, 'iptc.City')
  const country = textOf(tags, 'xmp.Country') || textOf(tags, 'iptc.Country/Primary Location Name')
  const place = city || textOf(tags, 'xmp.Location') || textOf(tags, 'iptc.Sub-location')
  return cut([place, country].map(cleanNote).filter(Boolean).join(', '), longest.place)
}

const isoDate = /^(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:\d\d)?/

function takenAt(tags: ExpandedTags): string | undefined {
  const offset = textOf(tags, 'exif.OffsetTimeOriginal')
  const told = [
    textOf(tags, 'xmp.DateCreated'),
    textOf(tags, 'xmp.DateTimeOriginal'),
    iptcDate(tags),
    textOf(tags, 'exif.DateTimeOriginal') + (/^[+-]\d\d:\d\d$/.test(offset) ? offset : ''),
  ]
  return told.map(isoOf).find(Boolean)
}

/** The date with the time, where there is one: `2026-05-01`, `10:00:00+02:00`. */
function iptcDate(tags: ExpandedTags): string {
  const date = textOf(tags, 'iptc.Date Created')
  const time = textOf(tags, 'iptc.Time Created')
  return /^\d\d:\d\d/.test(time) ? `${date}T${time}` : date
}

function isoOf(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = isoDate.exec(text) ?? []
  if (!year || Number.isNaN(Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second}Z`)))
    return undefined
  return `${year}-${month}-${day}${hour ? `T${hour}:${minute}:${second}${zone}` : ''}`
}
