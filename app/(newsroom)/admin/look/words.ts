import { colourWords } from '#app/(newsroom)/admin/sections/swatch'
import type { ColourName, Faces } from '#lib/site/theme/content'

export const faceWords: Record<Faces, { name: string; note: string }> = {
  stet: { name: 'Piazzolla and Source Serif', note: 'Heavy headlines, a text face made for long reading.' },
  serif: { name: 'Source Serif alone', note: 'One quiet face for everything; the lightest of those that are sent.' },
  sans: { name: 'Public Sans and Source Serif', note: 'Plain headlines over a serif text.' },
  system: { name: 'Faces of the reader’s machine', note: 'No face is sent: Georgia or its like.' },
}

export const colourNamesInWords: Record<ColourName, string> = {
  tide: 'Links and focus',
  ...(Object.fromEntries(colourWords.map(({ colour, name }) => [colour, name])) as Record<
    Exclude<ColourName, 'tide'>,
    string
  >),
}
