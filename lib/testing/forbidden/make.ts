import * as Y from 'yjs'

import { edited } from '#lib/testing/log'

/** What somebody sends who speaks Yjs by hand, made on their copy of a story whose body has a paragraph with words. */
export type Forbidden = { name: string; update: (seen: Y.Doc) => Uint8Array }

/** One that is made by editing the copy. */
export const forbid = (name: string, edit: (seen: Y.Doc) => void): Forbidden => ({
  name,
  update: (seen) => edited(seen, edit),
})

type Child = Y.XmlElement | Y.XmlText
type Children = readonly (Child | Y.XmlHook | Y.XmlFragment)[]

/** A node as Yjs has it; attributes may be anything. */
export function element(name: string, attrs: Record<string, unknown> = { id: 'new' }, children: Children = []) {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string)
  made.insert(0, children as Child[])
  return made
}

/** A paragraph of words. */
export const words = (text = 'words', id = 'new') => element('paragraph', { id }, [new Y.XmlText(text)])

export const bodyOf = (ydoc: Y.Doc) => ydoc.getXmlFragment('body')

/** Puts something at the end of the body. */
export const put = (made: () => unknown) => (ydoc: Y.Doc) => bodyOf(ydoc).push([made() as Child])

/** Puts a paragraph at the end of the body, whose text is formatted. */
export const putFormatted = (formats: Record<string, unknown>) => (ydoc: Y.Doc) => {
  const paragraph = words()
  bodyOf(ydoc).push([paragraph])
  ;(paragraph.get(0) as Y.XmlText).format(0, 5, formats)
}

/** The first paragraph of the body with words in it, and its text. */
export function paragraphOf(ydoc: Y.Doc): [paragraph: Y.XmlElement, text: Y.XmlText] {
  for (const block of bodyOf(ydoc).toArray()) {
    const text = block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.get(0) : undefined
    if (text instanceof Y.XmlText && text.length) return [block as Y.XmlElement, text]
  }
  throw new Error('The body has no paragraph with words.')
}

/** Puts content at a type's end as no method of Yjs would; under `key`, as an attribute. */
export const putContent =
  (where: (ydoc: Y.Doc) => Y.XmlFragment | Y.XmlText, content: () => Y.Item['content'], key: string | null = null) =>
  (ydoc: Y.Doc) => {
    const type = where(ydoc)
    let last = (key === null ? type._start : type._map.get(key)) ?? null
    while (last?.right) last = last.right
    Y.transact(ydoc, (transaction) => {
      const id = Y.createID(ydoc.clientID, Y.getState(ydoc.store, ydoc.clientID))
      new Y.Item(id, last, last?.lastId ?? null, null, null, type, key, content()).integrate(transaction, 0)
    })
  }
