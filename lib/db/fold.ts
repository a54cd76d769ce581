/** Letters that no decomposition takes apart, and those that only look different. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ĸ: 'k',
  ŋ: 'n',
  ς: 'σ',
}
const letters = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** Text as it is searched: lower case, without accents (Latin, Greek, Cyrillic), `ß` as `ss`. */
export const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(letters, (letter) => plain[letter] ?? letter)
    .normalize('NFC')

/** The words of a text, folded, in order; a word is a run of letters, digits and their marks. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
