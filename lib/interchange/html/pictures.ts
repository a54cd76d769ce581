import { pictures, silent } from './names'
import { type Element, elementsIn, hasClass } from './tree'

/** What stands for a picture that is a sign of writing: an emoji; undefined for every other element. */
export function wordsOfPicture({ name, attrs }: Element): string | undefined {
  const alt = attrs.alt?.trim() ?? ''
  return name === 'img' && alt.length <= 16 && /^\p{Extended_Pictographic}/u.test(alt) ? alt : undefined
}

/** Whether an element is none of a story's words: what runs or controls, and pictures with what is written under them. */
export function isBesideWords(one: Element): boolean {
  if (silent.has(one.name) || pictures.has(one.name)) return true
  if (one.name !== 'figure' && !hasClass(one, /^wp-caption$/)) return false
  const inside = elementsIn(one.children)
  return picturesIn(one) > 0 && !inside.some(({ name }) => /^(?:blockquote|table|pre|ul|ol)$/.test(name))
}

/** How many pictures somebody would miss; one of a pixel counts visitors. */
export const picturesIn = (one: Element): number =>
  elementsIn([one]).filter(({ name, attrs }) => name === 'img' && ![attrs.width, attrs.height].some(isTiny)).length

const isTiny = (size: string | undefined) => size !== undefined && Number.parseInt(size, 10) <= 1
