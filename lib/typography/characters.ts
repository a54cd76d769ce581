/** @property shown what stands for a sign that nobody could see */
export type Character = { sign: string; name: string; words: string; shown?: string }
export type Group = { title: string; characters: Character[] }

/** A line each: the sign, its name, and other words for it after a comma. */
const group = (title: string, lines: string): Group => ({
  title,
  characters: lines
    .trim()
    .split('\n')
    .map((line) => {
      const [sign = '', ...rest] = line.trim().split(' ')
      const [name = '', ...words] = rest.join(' ').split(', ')
      return { sign, name, words: words.join(' ') }
    }),
})

/** Accents by their bases: `a` with a grave gives à. */
const accents: [mark: string, name: string, bases: string][] = [
  ['\u0300', 'grave', 'aeiou'],
  ['\u0301', 'acute', 'aceilnorsuyz'],
  ['\u0302', 'circumflex', 'aceghijosuwy'],
  ['\u0303', 'tilde', 'ano'],
  ['\u0308', 'diaeresis', 'aeiouy'],
  ['\u030a', 'ring', 'au'],
  ['\u0327', 'cedilla', 'cst'],
  ['\u0328', 'ogonek', 'aeiu'],
  ['\u030c', 'caron', 'cdenrstz'],
  ['\u0304', 'macron', 'aeiou'],
  ['\u0306', 'breve', 'ag'],
  ['\u030b', 'double acute', 'ou'],
  ['\u0307', 'dot above', 'egz'],
  ['\u0326', 'comma below', 'st'],
]
const accented: Character[] = accents.flatMap(([mark, name, bases]) =>
  [...bases, ...bases.toUpperCase()].map((base) => ({
    sign: `${base}${mark}`.normalize('NFC'),
    name: `${base} with ${name}`,
    words: name === 'diaeresis' ? 'umlaut accent' : 'accent',
  })),
)

const invisible: Character[] = [
  { sign: '\u00a0', name: 'No-break space', words: 'nbsp non-breaking', shown: 'nbsp' },
  { sign: '\u202f', name: 'Narrow no-break space', words: 'nnbsp non-breaking thin french', shown: 'nnbsp' },
  { sign: '\u2009', name: 'Thin space', words: '', shown: 'thin' },
  { sign: '\u2002', name: 'En space', words: '', shown: 'en' },
  { sign: '\u2003', name: 'Em space', words: '', shown: 'em' },
  { sign: '\u2011', name: 'No-break hyphen', words: 'non-breaking', shown: 'nb-' },
  { sign: '\u00ad', name: 'Soft hyphen', words: 'shy discretionary break', shown: 'shy' },
  { sign: '\u200b', name: 'Zero-width space', words: 'break', shown: 'zwsp' },
  { sign: '\u2060', name: 'Word joiner', words: 'no-break', shown: 'wj' },
  { sign: '\u200e', name: 'Left-to-right mark', words: 'direction', shown: 'lrm' },
  { sign: '\u200f', name: 'Right-to-left mark', words: 'direction', shown: 'rlm' },
]

/** What keyboards have no key for, as a newsroom needs it. */
export const groups: Group[] = [
  group(
    'Dashes and dots',
    `– En dash, hyphen range
    — Em dash, hyphen
    − Minus sign
    … Ellipsis, dots
    · Middle dot, interpunct
    • Bullet
    † Dagger, died
    ‡ Double dagger
    § Section sign, paragraph law
    ¶ Pilcrow, paragraph
    № Numero sign, number
    ′ Prime, feet minutes
    ″ Double prime, inches seconds`,
  ),
  group(
    'Quotation marks',
    `“ Left double quotation mark, quote opening
    ” Right double quotation mark, quote closing
    ‘ Left single quotation mark, quote opening
    ’ Right single quotation mark, quote apostrophe closing
    „ Low double quotation mark, quote german
    ‚ Low single quotation mark, quote german
    « Left double angle mark, quote guillemet french
    » Right double angle mark, quote guillemet french
    ‹ Left single angle mark, quote guillemet
    › Right single angle mark, quote guillemet
    ¿ Inverted question mark, spanish
    ¡ Inverted exclamation mark, spanish`,
  ),
  { title: 'Spaces and breaks', characters: invisible },
  group(
    'Fractions and sums',
    `½ One half, fraction 1/2
    ⅓ One third, fraction 1/3
    ⅔ Two thirds, fraction 2/3
    ¼ One quarter, fraction 1/4
    ¾ Three quarters, fraction 3/4
    ⅕ One fifth, fraction 1/5
    ⅖ Two fifths, fraction 2/5
    ⅗ Three fifths, fraction 3/5
    ⅘ Four fifths, fraction 4/5
    ⅙ One sixth, fraction 1/6
    ⅚ Five sixths, fraction 5/6
    ⅛ One eighth, fraction 1/8
    ⅜ Three eighths, fraction 3/8
    ⅝ Five eighths, fraction 5/8
    ⅞ Seven eighths, fraction 7/8
    ⁄ Fraction slash
    × Multiplication sign, times by
    ÷ Division sign
    ± Plus or minus
    ≈ Almost equal, about
    ≠ Not equal
    ≤ At most, less or equal
    ≥ At least, greater or equal
    ° Degree sign, temperature
    ‰ Per mille, thousand
    µ Micro sign, mu
    π Pi
    ∞ Infinity
    √ Square root
    ¹ Superscript one, footnote
    ² Superscript two, square
    ³ Superscript three, cube
    ₂ Subscript two, carbon dioxide`,
  ),
  group(
    'Currency',
    `€ Euro
    £ Pound
    $ Dollar
    ¢ Cent
    ¥ Yen, yuan
    ₹ Rupee
    ₽ Rouble
    ₩ Won
    ₺ Lira
    ₴ Hryvnia
    ₪ Shekel
    ₦ Naira
    ₫ Dong
    ₱ Peso
    ₿ Bitcoin
    ƒ Florin, guilder`,
  ),
  group(
    'Arrows and signs',
    `→ Right arrow
    ← Left arrow
    ↑ Up arrow
    ↓ Down arrow
    ↔ Left and right arrow
    ↗ Up and right arrow, rise
    ↘ Down and right arrow, fall
    ✓ Tick, check mark
    ✗ Cross, ballot
    ★ Star, rating
    ☆ Open star, rating
    © Copyright
    ® Registered
    ™ Trade mark
    ℗ Sound recording, phonogram
    @ At sign
    & Ampersand, and
    # Hash, number
    ♠ Spade
    ♥ Heart
    ♦ Diamond
    ♣ Club
    ♭ Flat, music
    ♯ Sharp, music`,
  ),
  {
    title: 'Letters',
    characters: [
      ...accented,
      ...group(
        'Letters',
        `æ ae ligature, danish norwegian
        Æ AE ligature, danish norwegian
        œ oe ligature, french
        Œ OE ligature, french
        ø o with stroke, danish norwegian
        Ø O with stroke, danish norwegian
        ß Sharp s, german
        ẞ Capital sharp s, german
        ł l with stroke, polish
        Ł L with stroke, polish
        đ d with stroke, croatian vietnamese
        Đ D with stroke, croatian vietnamese
        ð eth, icelandic
        Ð Eth, icelandic
        þ thorn, icelandic
        Þ Thorn, icelandic
        ı dotless i, turkish
        İ I with dot, turkish
        ŀ l with middle dot, catalan
        ə schwa, azerbaijani`,
      ).characters,
    ],
  },
]

const all = groups.flatMap(({ characters }) => characters)
const bySign = new Map(all.map((one) => [one.sign, one]))

/** A sign of the list. */
export const characterOf = (sign: string): Character | undefined => bySign.get(sign)

/** Signs by words of their names, or the sign itself, or its code as in `U+2014`; those called just so come first. */
export function findCharacters(query: string): Character[] {
  const typed = query.trim()
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (!words.length) return []
  const code = /^(?:u\+|0x)?([0-9a-f]{4,5})$/i.exec(typed)?.[1]
  const coded = code ? String.fromCodePoint(Number.parseInt(code, 16)) : undefined
  const found = all.filter(({ sign, name, words: more }) => {
    const called = `${name} ${more}`.toLowerCase()
    const parts = [...called.split(/\s+/), ...called.split(/[\s/-]+/)]
    // One letter is a letter, not the beginning of any word.
    const has = (word: string) => parts.some((part) => (word.length > 1 ? part.startsWith(word) : part === word))
    return sign === typed || sign === coded || words.every(has)
  })
  const rank = ({ sign, name }: Character) =>
    sign === typed || sign === coded ? 0 : name.toLowerCase().startsWith(words.join(' ')) ? 1 : 2
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** `U+2014`; of a letter and its accent that are no one sign, both. */
export const codeOf = (sign: string) =>
  [...sign].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
