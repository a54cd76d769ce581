import { TextSelection } from '@tiptap/pm/state'
import { flushSync } from 'react-dom'

import type { Editors } from '../use-editors'
import { putAhead } from './put'
import { composesAhead, readAhead } from './read'

/**
 * Lets the editors take the place of the opening, with what was typed into it and the caret where it was; no key comes
 * between. What is being composed is waited for.
 * @param show draws the editors
 */
export function takeAhead(editors: Editors, show: () => void): void {
  if (composesAhead()) {
    // The letters stand there after the event.
    const again = () => setTimeout(takeAhead, 0, editors, show)
    window.addEventListener('compositionend', again, { once: true, capture: true })
    return
  }
  // Before any key, but not amid React's own work, of which nothing can be drawn at once.
  queueMicrotask(() => {
    const typed = readAhead()
    flushSync(show)
    for (const ahead of typed) {
      const editor = editors[ahead.part]
      if (editor.isDestroyed) continue
      const { tr, caret } = putAhead(editor.state, ahead)
      if (tr.docChanged) editor.view.dispatch(tr)
      if (!caret) continue
      const { doc, tr: next } = editor.state
      editor.view.dispatch(next.setSelection(TextSelection.create(doc, ...caret)))
      editor.view.focus()
    }
  })
}
