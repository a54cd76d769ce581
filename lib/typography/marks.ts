/**
 * How a language writes what keyboards have no key for.
 * @property outer what " becomes, with the space on the inner side where there is one
 * @property inner what ' becomes where it quotes
 * @property clipped words that lose their beginning and take an apostrophe for it
 * @property before space that stands before a sign that ends a word
 */
export type Marks = {
  outer: readonly [opens: string, closes: string]
  inner: readonly [opens: string, closes: string]
  clipped?: RegExp
  before?: Readonly<Record<string, string>>
}

/** Narrow no-break space, and the wide one. */
const narrow = '\u202f'
const wide = '\u00a0'

const english: Marks = {
  outer: ['“', '”'],
  inner: ['‘', '’'],
  clipped: /^(?:tis|twas|twere|twill|em|cause|til|till|n|bout|round|cos|cuz|ello|appen|\d0s|\d\d)$/i,
}
const german: Marks = {
  outer: ['„', '“'],
  inner: ['‚', '‘'],
  clipped: /^(?:s|n|ne|nem|nen|ner|nes|rauf|raus|rein|rum|\d\d)$/i,
}
const angled: Marks = { outer: ['«', '»'], inner: ['“', '”'] }
const swiss: Marks = { outer: ['«', '»'], inner: ['‹', '›'] }
const curly: Marks = { outer: ['“', '”'], inner: ['‘', '’'] }
const low: Marks = { outer: ['„', '“'], inner: ['‚', '‘'] }
const lowHigh: Marks = { outer: ['„', '”'], inner: ['«', '»'] }
const same: Marks = { outer: ['”', '”'], inner: ['’', '’'] }
const french: Marks = {
  outer: [`«${narrow}`, `${narrow}»`],
  inner: ['“', '”'],
  before: { ';': narrow, '!': narrow, '?': narrow, ':': wide },
}

/** By language, and by region where its papers write otherwise. */
const known: Readonly<Record<string, Marks>> = {
  bg: low,
  ca: angled,
  cs: low,
  da: { outer: ['»', '«'], inner: ['›', '‹'] },
  de: german,
  'de-CH': { ...german, ...swiss },
  'de-LI': { ...german, ...swiss },
  el: angled,
  en: english,
  es: angled,
  'es-419': curly,
  'es-AR': curly,
  'es-CL': curly,
  'es-CO': curly,
  'es-MX': curly,
  'es-PE': curly,
  'es-US': curly,
  et: { outer: ['„', '“'], inner: ['«', '»'] },
  eu: angled,
  fi: same,
  fr: french,
  // No space before ; ! and ? in Canada.
  'fr-CA': { ...french, before: { ':': wide } },
  'fr-CH': { ...french, inner: ['‹', '›'] },
  ga: curly,
  gl: angled,
  hr: { outer: ['„', '”'], inner: ['‚', '’'] },
  hu: { outer: ['„', '”'], inner: ['»', '«'] },
  it: angled,
  'it-CH': swiss,
  lt: low,
  nb: { outer: ['«', '»'], inner: ['‘', '’'] },
  nl: { ...curly, clipped: /^(?:s|t|n|k|m|r|ns|\d\d|\d0s)$/i },
  nn: { outer: ['«', '»'], inner: ['‘', '’'] },
  no: { outer: ['«', '»'], inner: ['‘', '’'] },
  pl: lowHigh,
  pt: angled,
  'pt-BR': curly,
  ro: lowHigh,
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  sk: low,
  sl: low,
  sv: same,
  tr: curly,
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  cy: curly,
}

/** @param language BCP 47; @returns undefined for one whose marks we do not know, where nothing is changed */
export function marksOf(language: string): Marks | undefined {
  const [name = '', ...rest] = language.split('-')
  const region = rest.find((part) => /^(?:[A-Z]{2}|\d{3})$/.test(part))
  return known[`${name}-${region}`] ?? known[name]
}
