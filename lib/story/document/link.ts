import { Mark, markPasteRule } from '@tiptap/core'

import { attribute, isLink } from './attributes'

/** An address in text that is pasted, without the point or bracket that ends its sentence. */
const address = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}’']/g

/**
 * Words that lead somewhere. Not Tiptap's own: half of what that weighs tells domains of all the world in what is typed,
 * which nobody here wants linked.
 */
export const link = Mark.create({
  name: 'link',
  // Around all other marks.
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  exitable: true,
  addAttributes: () => ({
    href: { default: '', validate: attribute.href, parseHTML: (element) => element.getAttribute('href') },
  }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => isLink(element.getAttribute('href') ?? '') && null }],
  renderHTML: ({ HTMLAttributes: { href } }) => ['a', { href: isLink(href) ? href : '' }, 0],
  addPasteRules() {
    const find = (text: string) =>
      [...text.matchAll(address)].flatMap(({ 0: href, index }) =>
        isLink(href) ? [{ text: href, index, data: { href } }] : [],
      )
    return [markPasteRule({ find, type: this.type, getAttributes: ({ data }) => ({ href: data?.href }) })]
  },
})
