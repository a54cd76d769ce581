import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { UniqueID } from '@tiptap/extension-unique-id'
import { Placeholder } from '@tiptap/extensions'

import { newId } from '#lib/id'
import { directionOf } from '#lib/site/direction'
import { identified } from '#lib/story/document/extensions'

/** The schema has the attribute already, and takes no id of foreign HTML that is not fit. */
const OwnIds = UniqueID.extend({ addGlobalAttributes: () => [] })

/** Gives each new block an id. @param types names of the nodes that have one */
export const ownIds = (editable: boolean, types = identified) =>
  OwnIds.configure({
    attributeName: 'id',
    types,
    generateID: () => newId(),
    filterTransaction: (tr) => !isChangeOrigin(tr),
    updateDocument: editable,
  })

/**
 * No render on the server, none at each keystroke, and no stylesheet from inside (the desk's policy forbids it). The
 * empty document until the room has come is given as a value: Tiptap's own is HTML text, which the policy forbids too.
 */
export const quiet = {
  immediatelyRender: false,
  shouldRerenderOnTransaction: false,
  injectCSS: false,
  content: { type: 'doc', content: [{ type: 'paragraph' }] },
}

export const placeholder = (text: string) =>
  Placeholder.configure({ placeholder: text, showOnlyCurrent: false, showOnlyWhenEditable: true })

/** The browser checks the spelling of the language that it is told. */
export const box = (label: string, part: string, language: string) => ({
  role: 'textbox',
  'aria-label': label,
  class: `part-${part}`,
  lang: language,
  dir: directionOf(language),
  spellcheck: 'true',
})
