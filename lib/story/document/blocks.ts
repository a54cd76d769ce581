import { mergeAttributes, Node } from '@tiptap/core'

import { attribute, fitting } from './attributes'
import { aboutEmbed, type Embedded, isEmbedded } from './embed/embed'
import { id, line } from './id'
import type { CorrectionKind } from './nodes'

/** Another site's work. In HTML a link to it, so that it is something in every other program too. */
export const embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    id,
    // Read together, by the rules below.
    provider: { isRequired: true, validate: attribute.provider, rendered: false, parseHTML: () => null },
    ref: { isRequired: true, validate: attribute.ref, rendered: false, parseHTML: () => null },
    caption: line('caption'),
  }),
  parseHTML: () => [
    {
      tag: 'div[data-embed]',
      getAttrs: (element) => {
        const provider = element.getAttribute('data-embed')
        const ref = element.getAttribute('data-ref')
        return isEmbedded(provider, ref) && { provider, ref }
      },
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const embedded = node.attrs as Embedded
    const { link } = aboutEmbed(embedded)
    const own = { 'data-embed': embedded.provider, 'data-ref': embedded.ref }
    return ['div', mergeAttributes(own, HTMLAttributes), ['a', { href: link }, link]]
  },
})

/** A note to readers about what was wrong. */
export const correction = Node.create({
  name: 'correction',
  group: 'block',
  content: 'text*',
  defining: true,
  addAttributes: () => ({
    id,
    kind: {
      default: 'correction' satisfies CorrectionKind,
      validate: attribute.correction,
      parseHTML: (element) => fitting(element.getAttribute('data-correction'), attribute.correction, 'correction'),
      renderHTML: ({ kind }) => ({ 'data-correction': kind }),
    },
    at: line('at', attribute.instant),
  }),
  parseHTML: () => [{ tag: 'aside[data-correction]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0],
})
