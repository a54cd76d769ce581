/** What a file says of itself, offered to whoever sends it; never shown by itself. */
export type Words = Partial<
  Record<'title' | 'artist' | 'album' | 'description' | 'copyright' | 'date' | 'genre', string>
>

/** In characters; in bytes, how much of a text is looked at. */
const LONGEST = 500
export const TEXT_BYTES = 4 * LONGEST

/** One line without characters that no text has; undefined when nothing is left. */
export function clean(text: string | undefined): string | undefined {
  const line = (text ?? '')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line ? [...line].slice(0, LONGEST).join('').trim() : undefined
}

/** The first of each stays. */
export function addWord(words: Words, name: keyof Words | undefined, text: string | undefined): void {
  const line = name && !words[name] ? clean(text) : undefined
  if (name && line) words[name] = line
}

const comments: Record<string, keyof Words> = {
  TITLE: 'title',
  ARTIST: 'artist',
  ALBUM: 'album',
  DESCRIPTION: 'description',
  COMMENT: 'description',
  COPYRIGHT: 'copyright',
  DATE: 'date',
  DATE_RELEASED: 'date',
  GENRE: 'genre',
}

/** The same by what Ogg's comments and WebM's tags call it, in small or capital letters. */
export const addComment = (words: Words, name: string, text: string | undefined): void =>
  addWord(words, comments[name.toUpperCase()], text)
