import type { Editors } from '../text/use-editors'
import type { Suggestion } from './open'

/** Brings a suggestion's place in the text into view; the keys stay where they are. */
export function showSuggestion(editors: Editors | null, { key }: Suggestion) {
  if (!editors) return
  for (const { view } of Object.values(editors)) {
    const dom = view.dom.querySelector(`[data-suggestion="${CSS.escape(key)}"]`)
    if (dom) return dom.scrollIntoView({ block: 'center' })
  }
}
