import type { Attribute } from '@tiptap/core'

import { attribute, fitting } from './attributes'

/** Every block's own. */
export const id: Attribute = {
  default: null,
  validate: attribute.id,
  keepOnSplit: false,
  parseHTML: (element) => fitting(element.getAttribute('data-id'), attribute.id, null),
  renderHTML: ({ id }) => (id ? { 'data-id': id } : {}),
}

/** A text attribute, '' when absent; in HTML as `data-name`. */
export const line = (name: string, validate = attribute.line): Attribute => ({
  default: '',
  validate,
  parseHTML: (element) => fitting(element.getAttribute(`data-${name}`) ?? '', validate, ''),
  renderHTML: (attrs) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}),
})
