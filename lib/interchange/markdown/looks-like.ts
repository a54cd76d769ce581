/** Signs that hardly anybody writes who does not write Markdown. */
const strong = [
  /^#{1,6} \S/m,
  /\[[^\]]{1,300}\]\((?:https?:\/\/|mailto:)[^\s)]+(?: "[^"\n]*")?\)/i,
  /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*(?![\p{L}\p{N}*])/u,
  /^\|?(?: *:?-{3,}:? *\|)+ *(?::?-{3,}:?)? *$/m,
  /^(?:```|~~~)[\w-]*$/m,
  /!\[[^\]\n]*\]\([^\s)]+(?: "[^"\n]*")?\)/,
]

/** Signs that occur in plain text, too: dialogue, lists made by hand, quoted mail. */
const weak = [
  /^[-*+] \S.*\n+[-*+] \S/m,
  /^\d{1,3}[.)] \S.*\n+\d{1,3}[.)] \S/m,
  /^> ?\S/m,
  /^(?:-{3,}|\*{3,}|_{3,})$/m,
  /(?<![\p{L}\p{N}*])\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*(?![\p{L}\p{N}*])/u,
]

const count = (text: string, sign: RegExp) => text.match(new RegExp(sign, `${sign.flags}g`))?.length ?? 0

/**
 * Whether plain text clearly is Markdown: a link or a table as only Markdown writes them, two kinds of signs of which one
 * is beyond doubt, or that one twice. A long text with two of them is none: they got there by chance.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim()).length
  const counts = strong.map((sign) => count(text, sign))
  const total = counts.reduce((sum, one) => sum + one, 0)
  if (total * 60 < lines) return false
  const [, links = 0, , tables = 0] = counts
  if (links || tables || total > 1) return true
  return total === 1 && weak.some((sign) => sign.test(text))
}
