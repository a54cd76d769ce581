/** Scripts that the faces of the cards have, and signs that all scripts share. */
const known = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Common}\p{sc=Inherited}]*$/u

const pictures =
  /\s*(\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(\p{Emoji_Modifier}|\ufe0f|\u200d|\u20e3)*/gu

/** All that the paper's own headline face has. */
const own =
  /^[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2212]*$/

/** The face that has all letters of a text, so that no word is of two. */
export const faceOf = (text: string) => (own.test(text) ? 'Stet Head' : 'Stet World')

/**
 * A text as the bundled faces can set it: without pictures among its letters.
 * @returns '' when it is in a script that they have not got: nothing is better than boxes
 */
export function settable(text: string): string {
  const plain = text.replace(pictures, '').replace(/\s+/g, ' ').trim()
  return known.test(plain) ? plain : ''
}
