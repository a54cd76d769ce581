import { mergeAttributes, Node } from '@tiptap/core'

import { attribute, fitting } from './attributes'
import { id, line } from './id'

/** What of the library it is; in HTML by its id, which says nothing to anybody else. */
const media = {
  isRequired: true,
  validate: attribute.media,
  parseHTML: (element: HTMLElement) => fitting(element.getAttribute('data-media') ?? '', attribute.media, 'gone'),
  renderHTML: ({ media }: { media?: string }) => ({ 'data-media': media }),
}

/** A picture of the library. */
export const image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    id,
    media,
    alt: line('alt'),
    caption: line('caption'),
    credit: line('credit'),
    crop: line('crop', attribute.crop),
    wide: {
      default: false,
      validate: attribute.flag,
      parseHTML: (element) => element.hasAttribute('data-wide'),
      renderHTML: ({ wide }) => (wide ? { 'data-wide': '' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-media]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes)],
})

/** Pictures that belong together, one after another. */
export const gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'image*',
  defining: true,
  draggable: true,
  addAttributes: () => ({ id, title: line('title') }),
  parseHTML: () => [{ tag: 'section[data-gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes({ 'data-gallery': '' }, HTMLAttributes), 0],
})

/** A film or a sound of the library. */
export const clip = Node.create({
  name: 'clip',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ id, media, caption: line('caption'), credit: line('credit') }),
  parseHTML: () => [{ tag: 'div[data-media]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
})
