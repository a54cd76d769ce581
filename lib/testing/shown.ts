import type { LibraryItem, Shown } from '#lib/site/queries/media'

/** A picture as readers have it. */
export const anItem = (more: Partial<LibraryItem> = {}): LibraryItem => ({
  id: 'gate',
  kind: 'picture',
  type: 'image/jpeg',
  bytes: 9,
  hash: '0123456789ab',
  width: 1500,
  height: 1000,
  seconds: null,
  colour: '#2f4a63',
  graphic: false,
  alt: 'Gate four',
  caption: 'Gate four at dusk.',
  credit: 'Imre Caddow',
  handout: false,
  focus: { x: 0.5, y: 0.5 },
  crops: {},
  poster: null,
  captions: '',
  captionsLanguage: '',
  ...more,
})

/** The same in its place. */
export const aShown = (item: Partial<LibraryItem> = {}, use: Partial<Shown['use']> = {}): Shown => ({
  item: anItem(item),
  use: { media: item.id ?? 'gate', alt: '', caption: '', credit: '', crop: '', ...use },
})
