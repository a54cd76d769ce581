import type { Marks } from './marks'

/** So many characters before the caret give way to `insert`, the sign just typed included. */
export type Better = { remove: number; insert: string }

const letter = /[\p{L}\p{M}\p{N}]/u
const opensAfter = /[\s([{\p{Pd}/\p{Pi}\p{Ps}]/u
const dash = /\p{Pd}/u
/** The run up to the caret is no prose: an address, a file, a handle, a query. */
const notProse =
  /(?:^|\s)\S*(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|[^\s@]+@[^\s@]|[a-z0-9-]+\.[a-z]{2,}\/|\/\S+\/|[?&]\w+=)\S*$/i

/**
 * What should stand for what has just been typed.
 * @param before the block's own text up to the caret, the sign included; no line of an earlier block
 * @returns undefined where it is right as it is
 */
export function better(before: string, marks: Marks): Better | undefined {
  const typed = before.at(-1) ?? ''
  const text = before.slice(0, -1)
  if (notProse.test(text.slice(-300))) return undefined
  // ’tis, ’90s: that it was an apostrophe shows only when the word ends.
  const clipped = letter.test(typed) || typed === "'" ? undefined : clippedAtEnd(text, marks)
  const mended = clipped ? `${text.slice(0, -clipped.length - 1)}’${clipped}` : text
  const change = ofSign(mended, typed, marks)
  if (!clipped) return change
  const tail = `’${clipped}${typed}`
  return { remove: tail.length, insert: change ? tail.slice(0, tail.length - change.remove) + change.insert : tail }
}

function ofSign(text: string, typed: string, marks: Marks): Better | undefined {
  if (typed === '"') return double(text, marks)
  if (typed === "'") return single(text, marks)
  if (typed === '-') return dashes(text)
  if (typed === '.' && /(?:^|[^.])\.\.$/.test(text)) return { remove: 3, insert: '…' }
  // The mark has brought its space.
  if (typed === ' ' && marks.outer[0].length > 1 && text.endsWith(marks.outer[0])) return { remove: 1, insert: '' }
  return spaced(text, typed, marks) ?? goesOn(text, typed, marks)
}

function double(text: string, { outer: [opens, closes] }: Marks): Better | undefined {
  const open = isOpen(text, opens.trim(), closes.trim())
  // One's own space before the mark is the mark's.
  const space = open && closes.length > 1 && /[^\s«] $/.test(text) ? 1 : 0
  if (!space && facesOpen(text, open)) return { remove: 1, insert: opens }
  // Inches.
  if (!open && /\p{N}$/u.test(text)) return undefined
  return { remove: 1 + space, insert: closes }
}

function single(text: string, marks: Marks): Better | undefined {
  const [opens, closes] = marks.inner
  const apostrophe = { remove: 1, insert: '’' }
  const clipped = clippedAtEnd(text, marks)
  if (clipped) return { remove: clipped.length + 2, insert: `’${clipped}’` }
  const open = isOpen(text, opens, closes)
  if (facesOpen(text, open)) return { remove: 1, insert: opens }
  // Feet and minutes.
  if (!open && /\p{N}/u.test(text.at(-1) ?? '')) return /(?:^|\D)\d{1,2}$/.test(text) ? undefined : apostrophe
  return open ? { remove: 1, insert: closes } : apostrophe
}

/** A dash between words; three of them are a long one. At the start of a block they are a divider's, or a list's. */
function dashes(text: string): Better | undefined {
  if (text.endsWith('–')) return { remove: 2, insert: '—' }
  return /[^-]-$/.test(text) ? { remove: 2, insert: '–' } : undefined
}

/** French puts a space that never breaks before signs that end a word. */
function spaced(text: string, typed: string, { before = {} }: Marks): Better | undefined {
  const space = before[typed]
  if (!space) return undefined
  if (/[^\s] $/.test(text)) return { remove: 2, insert: `${space}${typed}` }
  // A colon may be a time's or an address's: it gets no space that nobody typed.
  return typed !== ':' && /[\p{L}\p{N})\]%]$/u.test(text) ? { remove: 1, insert: `${space}${typed}` } : undefined
}

/** A mark that was taken for the end of a quotation was an apostrophe: the word goes on. */
function goesOn(text: string, typed: string, { inner: [, closes] }: Marks): Better | undefined {
  const inWord = closes !== '’' && /\p{L}/u.test(typed) && text.endsWith(closes) && letter.test(text.at(-2) ?? '')
  return inWord ? { remove: 2, insert: `’${typed}` } : undefined
}

/** A word that the language clips, behind what was taken for an opening mark. */
function clippedAtEnd(text: string, { inner: [opens], clipped }: Marks): string | undefined {
  const at = text.lastIndexOf(opens)
  if (!clipped || at < 0 || opens === '’' || letter.test(text[at - 1] ?? ' ')) return undefined
  const word = text.slice(at + 1)
  return clipped.test(word) ? word : undefined
}

/** Whether a mark after this text begins a quotation. A dash may end what is said. */
function facesOpen(text: string, open: boolean): boolean {
  const last = text.at(-1)
  if (last === undefined) return true
  if (dash.test(last)) return !open
  return opensAfter.test(last) || (/[„‚«»‹›“‘]$/.test(text) && !open)
}

/** Whether more of these marks open than close. Where both look the same, every other one opens. */
function isOpen(text: string, opens: string, closes: string): boolean {
  if (opens === closes) return count(text, opens) % 2 === 1
  // An apostrophe looks like a closing mark, so of those only the ones that end a word count.
  const ends = closes === '’' ? (text.match(/’(?![\p{L}\p{N}])/gu) ?? []).length : count(text, closes)
  return count(text, opens) > ends
}

const count = (text: string, sign: string) => text.split(sign).length - 1
