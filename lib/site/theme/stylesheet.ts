import { createHash } from 'node:crypto'

import { type Colour, type ColourName, colourNames, type Faces, firstTheme, ownColours, type Theme } from './content'
import { letters, sansExt } from './letters'
import { stronger } from './stronger'

/** Files of each set that nearly every page needs at once: headline and text. */
export const preloaded: Record<Faces, string[]> = {
  stet: ['/fonts/stet-head.woff2', '/fonts/stet-text.woff2'],
  serif: ['/fonts/stet-text.woff2'],
  sans: ['/fonts/stet-desk.woff2', '/fonts/stet-text.woff2'],
  system: [],
}

const text = '"Stet Text","Text Fallback","Text Fallback Times",Georgia,serif'
const sans = 'system-ui,"Liberation Sans",Arial,sans-serif'

/** Headline and text face of each set, and how far apart the headline face wants its words. */
const families: Record<Exclude<Faces, 'stet'>, { head: string; text: string; apart: string }> = {
  serif: { head: text, text, apart: '0' },
  sans: { head: `"Stet Sans",${sans}`, text, apart: '0' },
  system: { head: 'Georgia,"Liberation Serif",serif', text: 'Georgia,"Liberation Serif",serif', apart: '0' },
}

const sansFace = [
  ['', ''],
  ['-ext', `;unicode-range:${sansExt}`],
  ['-viet', `;unicode-range:${letters.viet}`],
]
  .map(
    ([part, range]) =>
      `@font-face{font-family:"Stet Sans";src:url("/fonts/stet-desk${part}.woff2") format("woff2");font-weight:400 700;font-display:optional${range}}`,
  )
  .join('')

/** What the paper's choices change of the site's stylesheet; '' where they change nothing. */
export function stylesheet({ faces, colours }: Theme): string {
  const set = faces === 'stet' ? undefined : families[faces]
  const own = colourNames.filter((name) => isChanged(name, colours))
  const plain = own.map((name) => rule(name, colours[name]))
  const rules = [
    ...plain,
    ...(set ? [`--font-head:${set.head}`, `--font-text:${set.text}`, `--head-apart:${set.apart}`] : []),
  ]
  if (!rules.length) return ''
  const more = own
    .map((name) => rule(name, strong(colours[name])))
    .filter((one) => !plain.includes(one))
    .join(';')
  const contrast = more && `@media (prefers-contrast:more){:root{${more}}}`
  return `${faces === 'sans' ? sansFace : ''}:root{${rules.join(';')}}${contrast}`
}

const isChanged = (name: ColourName, colours: Theme['colours']) =>
  colours[name].light !== ownColours[name].light || colours[name].dark !== ownColours[name].dark

const rule = (name: ColourName, { light, dark }: Colour) => `--color-${name}:light-dark(${light},${dark})`

const strong = ({ light, dark }: Colour) => ({ light: stronger('light', light), dark: stronger('dark', dark) })

/** Where that stylesheet is: at an address of its content's own, which is kept for good; undefined where there is none. */
export function stylesheetPath(theme: Theme = firstTheme): string | undefined {
  const css = stylesheet(theme)
  return css ? `/theme/${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` : undefined
}
