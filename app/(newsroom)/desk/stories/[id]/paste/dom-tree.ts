import { silent } from '#lib/interchange/html/names'
import { deepest, type Element, element, type Tree } from '#lib/interchange/html/tree'

/**
 * What a browser has parsed, as our rules read it. The editor parses what is pasted into a document without a window:
 * nothing in it is loaded, and nothing runs.
 */
export function treesIn(parent: Node, depth = 0): Tree[] {
  const trees: Tree[] = []
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) trees.push(node.nodeValue ?? '')
    else if (isElement(node)) {
      if (depth < deepest) trees.push(treeOf(node, depth))
      else if (!silent.has(node.localName)) trees.push(...treesIn(node, depth))
    }
  }
  return trees
}

function treeOf(node: globalThis.Element, depth: number): Element {
  const attrs: Record<string, string> = {}
  for (const { name, value } of node.attributes) attrs[name.toLowerCase()] = value
  return element(node.localName.toLowerCase(), treesIn(node, depth + 1), attrs)
}

const isElement = (node: Node): node is globalThis.Element => node.nodeType === Node.ELEMENT_NODE
