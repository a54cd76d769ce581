import { createHash } from 'node:crypto'

import { type ColourName, colourNames, type Faces, firstTheme, ownColours, type Theme } from './content'

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

const sansFace =
  '@font-face{font-family:"Stet Sans";src:url("/fonts/stet-desk.woff2") format("woff2");font-weight:400 700;font-display:optional}'

/** What the paper's choices change of the site's stylesheet; '' where they change nothing. */
export function stylesheet({ faces, colours }: Theme): string {
  const set = faces === 'stet' ? undefined : families[faces]
  const rules = [
    ...colourNames.flatMap((name) => changed(name, colours)),
    ...(set ? [`--font-head:${set.head}`, `--font-text:${set.text}`, `--head-apart:${set.apart}`] : []),
  ]
  return rules.length ? `${faces === 'sans' ? sansFace : ''}:root{${rules.join(';')}}` : ''
}

function changed(name: ColourName, colours: Theme['colours']): string[] {
  const { light, dark } = colours[name]
  const own = ownColours[name]
  return light === own.light && dark === own.dark ? [] : [`--color-${name}:light-dark(${light},${dark})`]
}

/** Where that stylesheet is: at an address of its content's own, which is kept for good; undefined where there is none. */
export function stylesheetPath(theme: Theme = firstTheme): string | undefined {
  const css = stylesheet(theme)
  return css ? `/theme/${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` : undefined
}
