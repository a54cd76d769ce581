import { wordsOf } from '#lib/db/fold'

const most = 8

/**
 * The words that an address is made of: those of its last part, which names what was meant, or else of what stands before
 * it. Numbers alone, and what is too short to tell anything, are left out.
 * @param path decoded
 */
export function addressWords(path: string): string {
  const parts = path
    .split('/')
    .map((part) => wordsOf(part).filter((word) => [...word].length > 2 && /\p{L}/u.test(word)))
  return (parts.findLast((words) => words.length > 0) ?? []).slice(0, most).join(' ')
}
