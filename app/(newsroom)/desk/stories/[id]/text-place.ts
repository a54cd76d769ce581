import type { Place } from '#lib/collab/save'

/** Where somebody's text is while the server takes none of it: what they may rely on when they close the window. */
export const textPlace: Record<Place, string> = {
  device: 'Your text is safe on this device.',
  server: 'The server has all of your text.',
  window: 'Your text is only in this window: copy it before you close it.',
}
