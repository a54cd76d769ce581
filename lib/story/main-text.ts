import type { MediaUse } from './document/nodes'

/** A main picture as one text, by which a form keeps and compares it; '' for none. */
export const mainText = (main: MediaUse | null): string =>
  main ? JSON.stringify([main.media, main.alt, main.caption, main.credit, main.crop]) : ''

/** @param text as `mainText` gives it */
export function readMain(text: string): MediaUse | null {
  if (!text) return null
  const [media = '', alt = '', caption = '', credit = '', crop = ''] = JSON.parse(text) as string[]
  return { media, alt, caption, credit, crop }
}
