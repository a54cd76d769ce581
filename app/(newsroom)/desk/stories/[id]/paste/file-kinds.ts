/** What a file can be taken in as. */
export type FileKind = 'word' | 'markdown' | 'text' | 'html'

/** What a dialog for files offers. */
export const accepted = '.docx,.txt,.text,.md,.markdown,.html,.htm'

const kinds: Record<string, FileKind> = {
  docx: 'word',
  docm: 'word',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
}

const others: Record<string, string> = {
  doc: 'is an old Word file. Open it in Word, save it as .docx, and drop that',
  dotx: 'is a template of Word. Save it as .docx, and drop that',
  rtf: 'is rich text. Open it in Word or LibreOffice, save it as .docx, and drop that',
  odt: 'is a LibreOffice text. Save it as .docx, and drop that',
  pages: 'is a text of Pages. Export it as Word (.docx), and drop that',
  pdf: 'is a PDF, which holds pages and no text to go on with. Copy the words out of it',
}

/** Bytes that a file may have. Words take few of them; what makes a Word file large are its pictures. */
export const largest: Record<FileKind, number> = {
  word: 30_000_000,
  markdown: 3_000_000,
  text: 3_000_000,
  html: 6_000_000,
}

/** What to take a file for by its name, or why it cannot be taken in. */
export function kindOf({
  name,
  size,
  type,
}: {
  name: string
  size: number
  type: string
}): FileKind | { refused: string } {
  const ending = /\.([a-z\d]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = kinds[ending] ?? (type === 'text/plain' ? 'text' : undefined)
  if (others[ending]) return { refused: `${name} ${others[ending]}.` }
  if (!kind) return { refused: `${name} cannot be taken in: only Word (.docx), text, Markdown and web pages can.` }
  if (size === 0) return { refused: `${name} is empty.` }
  if (size > largest[kind])
    return { refused: `${name} is too large: ${megabytes(size)} of at most ${megabytes(largest[kind])}.` }
  return kind
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`
