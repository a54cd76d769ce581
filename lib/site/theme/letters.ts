/**
 * Letters beyond those of western Europe, as CSS names them: the rest of the Latin ones, those of Vietnamese, Russian and
 * its neighbours, the other languages in Cyrillic, Greek. Each has a file of its own in `public/fonts`, for each face.
 */
export const letters = {
  ext: 'U+100-12B,U+12E-130,U+134-148,U+14A-151,U+154-165,U+168-17F,U+18F,U+192,U+1E6-1E7,U+218-21B,U+259,U+1E0C-1E0D,U+1E20-1E21,U+1E24-1E25,U+1E36-1E37,U+1E42-1E47,U+1E5A-1E5B,U+1E62-1E63,U+1E6C-1E6D,U+1E80-1E85,U+1E8E-1E8F,U+1E92-1E93,U+1E9E,U+1EF2-1EF3,U+20BA',
  viet: 'U+1A0-1A1,U+1AF-1B0,U+1EA0-1EF1,U+1EF4-1EF9,U+20AB',
  cyrl: 'U+400-45F,U+490-491,U+2116',
  cyrx: 'U+492-493,U+496-49B,U+4A0-4A3,U+4AA-4AB,U+4AE-4AF,U+4B2-4B3,U+4B6-4B7,U+4BA-4BB,U+4C0-4C2,U+4CF-4D1,U+4D4-4D9,U+4E2-4E3,U+4E6-4E9,U+4EE-4EF,U+4F2-4F3,U+20B4',
  grek: 'U+384-38A,U+38C,U+38E-3A1,U+3A3-3CE,U+3D7',
} as const

/** What the sans face has of the first: a few that are rare in print are missing. */
export const sansExt =
  'U+100-12B,U+12E-130,U+134-148,U+14A-151,U+154-165,U+168-17E,U+18F,U+192,U+218-21B,U+259,U+1E0C-1E0D,U+1E24-1E25,U+1E44-1E45,U+1E5A-1E5B,U+1E62-1E63,U+1E6C-1E6D,U+1E80-1E85,U+1E92-1E93,U+1EF2-1EF3,U+20BA'

/** Western letters that the italic's first file, cut to the commonest, has not got. */
export const italicLatn =
  'U+A1,U+A7,U+A9,U+AB,U+B0,U+B7,U+BB,U+BD,U+BF-DF,U+E1-E6,U+EB-F5,U+F7-FB,U+FD-FF,U+152-153,U+201A,U+201E,U+2022,U+2039-203A,U+2212'

const all = Object.keys(letters)

/** Which of them each face has. */
const cut: Record<string, string[]> = {
  'stet-head': all,
  'stet-text': all,
  'stet-text-italic': ['latn', ...all],
  'stet-desk': ['ext', 'viet'],
}

/** @param range of CSS */
const oneOf = (range: string) =>
  new RegExp(
    `[${range.replace(/U\+([\dA-F]+)(?:-([\dA-F]+))?,?/g, (_, from, to) => `\\u{${from}}${to ? `-\\u{${to}}` : ''}`)}]`,
    'u',
  )
const patterns = Object.entries({ latn: italicLatn, ...letters }).map(([name, range]) => [name, oneOf(range)] as const)

/** What a page says in each of its faces. */
export type Words = { headlines: string; text: string; italics: string }

/**
 * Files that a page will ask for besides those that all preload, so that they can be on their way before its text is there:
 * one that comes later than the first lines is left out, and they would stand there in two faces.
 * @param files that the page preloads: the headline's face first, or one for both
 */
export function filesFor(files: string[], { headlines, text, italics }: Words): string[] {
  const [head, body = head] = files.map((file) => /^\/fonts\/([\w-]+)\.woff2$/.exec(file)?.[1])
  const slanted = body === 'stet-text' && italics.trim() ? 'stet-text-italic' : undefined
  const names = [slanted, ...of(head, headlines), ...of(body, text), ...of(slanted, italics)]
  return [...new Set(names)].flatMap((name) => (name ? `/fonts/${name}.woff2` : []))
}

const of = (face: string | undefined, text: string) =>
  patterns.flatMap(([name, one]) => (face && cut[face]?.includes(name) && one.test(text) ? `${face}-${name}` : []))
