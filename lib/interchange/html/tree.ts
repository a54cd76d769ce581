/** Foreign HTML as it was parsed, by a browser or on the server; names in lower case, comments gone. */
export type Tree = Element | string
export type Element = { name: string; attrs: Readonly<Record<string, string>>; children: Tree[] }

/** Elements in elements: what lies deeper is taken as if it lay here, and no stack runs out. */
export const deepest = 200

export const isElement = (tree: Tree | undefined): tree is Element => typeof tree === 'object'

export const element = (name: string, children: Tree[], attrs: Element['attrs'] = {}): Element => ({
  name,
  attrs,
  children,
})

/** All words of a tree, as they stand. */
export const textOf = (tree: Tree): string => (isElement(tree) ? tree.children.map(textOf).join('') : tree)

/** Whether there is nothing to read in it. */
export const isBlank = (tree: Tree): boolean => !/\S/u.test(textOf(tree).replaceAll('\u00ad', ''))

export const hasClass = ({ attrs }: Element, name: RegExp) =>
  (attrs.class ?? '').split(/\s+/).some((one) => name.test(one))

/** The declarations of its own `style`, names and values in lower case. */
export function styleOf({ attrs }: Element): Readonly<Record<string, string>> {
  const style: Record<string, string> = Object.create(null)
  for (const part of (attrs.style ?? '').slice(0, 4000).split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0)
      style[part.slice(0, colon).trim().toLowerCase()] = part
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return style
}

/** Each element with `change` done to it, those inside first; a list stands for it, an empty one takes it out. */
export function mapTree(trees: readonly Tree[], change: (element: Element) => Tree[]): Tree[] {
  return trees.flatMap((tree) =>
    isElement(tree) ? change({ ...tree, children: mapTree(tree.children, change) }) : [tree],
  )
}

/** Every element, in the order in which they begin. */
export function elementsIn(trees: readonly Tree[]): Element[] {
  const found: Element[] = []
  const walk = (tree: Tree) => {
    if (!isElement(tree)) return
    found.push(tree)
    tree.children.forEach(walk)
  }
  trees.forEach(walk)
  return found
}
