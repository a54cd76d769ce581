/**
 * How a story's length stands to what was asked for.
 * @returns `words` "412 of 600", `rest` "188 under"; of a story that nobody commissioned the words alone
 */
export function lengthTold(
  words: number,
  commissioned: number | null,
): { words: string; rest?: string; over: boolean } {
  const over = commissioned !== null && words > commissioned
  if (commissioned === null) return { words: figure(words), over }
  const rest =
    words === commissioned ? 'To length' : `${figure(Math.abs(words - commissioned))} ${over ? 'over' : 'under'}`
  return { words: `${figure(words)} of ${figure(commissioned)}`, rest, over }
}

/** What was typed, as a whole number of words; nothing and none are the same. */
export const wholeWords = (typed: string) => String(Number(typed.replace(/\D/g, '')) || '')

const figure = (count: number) => count.toLocaleString('en-GB')
