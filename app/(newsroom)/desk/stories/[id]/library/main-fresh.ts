import { mainText } from '#lib/story/main-text'

/** A main picture that says nothing of its own yet, as text. */
export const freshMain = (media: string): string => mainText({ media, alt: '', caption: '', credit: '', crop: '' })
