import { lexer, type Token, type Tokens } from 'marked'

import { element, type Tree } from '#lib/interchange/html/tree'

import { decoded, wordsOf } from './raw'

/** What a generator of sites keeps before the text: `---`, lines of `name: value`, `---`. */
const frontMatter = /^---\n(?:[\w-]+:.*\n|[ \t]+.*\n|- .*\n)+---\n/

/** Markdown as the elements that it stands for, for the rules that reduce HTML to blocks. Of HTML in it only words stay. */
export const treesOf = (markdown: string): Tree[] =>
  lexer(markdown.replace(/\r\n?/g, '\n').replace(frontMatter, ''), { gfm: true }).flatMap(treeOf)

const within = (tokens: readonly Token[] = []) => tokens.flatMap(treeOf)

function treeOf(token: Token): Tree[] {
  switch (token.type) {
    case 'heading':
      return [element(`h${token.depth}`, within(token.tokens))]
    case 'paragraph':
      return [element('p', within(token.tokens))]
    case 'blockquote':
      return [element('blockquote', within(token.tokens))]
    case 'list':
      return [listOf(token as Tokens.List)]
    case 'table':
      return [tableOf(token as Tokens.Table)]
    case 'code':
      return [element('pre', [token.text])]
    case 'hr':
      return [element('hr', [])]
    case 'br':
      return [element('br', [])]
    case 'strong':
    case 'em':
      return [element(token.type, within(token.tokens))]
    case 'link':
      return [element('a', within(token.tokens), { href: token.href })]
    case 'image':
      return [element('img', [], { alt: token.text })]
    case 'html':
      return htmlOf(token.raw)
    case 'space':
    case 'def':
    case 'checkbox':
      return []
    default:
      return plainOf(token)
  }
}

/** Words, in further tokens or by themselves; what is struck out is read as it stands. */
function plainOf(token: Token): Tree[] {
  if ('tokens' in token && token.tokens) return within(token.tokens)
  const text = 'text' in token ? String(token.text) : token.raw
  return [token.type === 'codespan' ? text : decoded(text)]
}

const htmlOf = (raw: string): Tree[] => {
  if (/^<br\s*\/?>$/i.test(raw.trim())) return [element('br', [])]
  const words = wordsOf(raw)
  // A block of it is a line; a tag within a line is nothing.
  return words.trim() ? [element('p', [words])] : []
}

const listOf = ({ ordered, start, items }: Tokens.List) =>
  element(
    ordered ? 'ol' : 'ul',
    items.map((item) => element('li', within(item.tokens))),
    ordered ? { start: String(start || 1) } : {},
  )

const tableOf = ({ header, rows }: Tokens.Table) => {
  const row = (cells: Tokens.TableCell[], name: string) =>
    element(
      'tr',
      cells.map((cell) => element(name, within(cell.tokens))),
    )
  return element('table', [element('thead', [row(header, 'th')]), ...rows.map((cells) => row(cells, 'td'))])
}
