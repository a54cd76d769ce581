import { Parser } from 'htmlparser2'

import { silent } from './names'
import { deepest, type Element, element, type Tree } from './tree'

/** HTML text as a tree, where there is no browser to parse it; nothing is loaded, and nothing in it runs. */
export function parseHtml(html: string): Tree[] {
  const root = element('', [])
  const open: Element[] = [root]
  const parser = new Parser({
    onopentag(name, attrs) {
      const made = element(name, [], attrs)
      const parent = open[Math.min(open.length, deepest) - 1]!
      parent.children.push(made)
      open.push(made)
    },
    ontext(text) {
      if (open.length > deepest && silent.has(open.at(-1)!.name)) return
      const { children } = open[Math.min(open.length, deepest) - 1]!
      const last = children.at(-1)
      if (typeof last === 'string') children[children.length - 1] = last + text
      else children.push(text)
    },
    onclosetag: () => void open.pop(),
  })
  parser.end(html)
  return root.children
}
