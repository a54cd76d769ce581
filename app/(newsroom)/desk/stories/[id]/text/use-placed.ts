import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts what floats over the text where it belongs: whenever it is drawn, and when the sheet that it stands in is of
 * another size, as on a phone that was turned.
 */
export function usePlaced<E extends HTMLElement>(
  ref: RefObject<E | null>,
  editor: Editor,
  shown: boolean,
  place: (element: E) => void,
) {
  const latest = useRef(place)
  latest.current = place
  useEffect(() => {
    if (shown && ref.current && !editor.isDestroyed) latest.current(ref.current)
  })
  useEffect(() => {
    const element = ref.current
    if (!shown || !element?.offsetParent) return
    const sized = new ResizeObserver(() => !editor.isDestroyed && latest.current(element))
    sized.observe(element.offsetParent)
    return () => sized.disconnect()
  }, [ref, editor, shown])
}
