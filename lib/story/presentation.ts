import type { Layout, MachinePart } from '#lib/site/presentation'

/** How a story presents itself to readers beside its text. */
export type Presentation = {
  /** Stands over the headline; '' for the name of its topic. */
  kicker: string
  layout: Layout
  /** Who has paid for it; '' for nobody. */
  sponsor: string
  machine: MachinePart
  /** Ids of stories to read after it, in order. */
  related: string[]
  /** What it is written in, as a BCP 47 tag; '' for the paper's language. */
  language: string
  /** Id of the story that it is a translation of, or ''. */
  original: string
}

/** Of a story that uses none of it. */
export const plain: Presentation = {
  kicker: '',
  layout: 'standard',
  sponsor: '',
  machine: '',
  related: [],
  language: '',
  original: '',
}

/** Characters, and stories. */
export const longest = { kicker: 60, sponsor: 80, related: 6 } as const

/** What of it a story uses, in a fixed order. */
export const usedOf = (given: Presentation): [string, unknown][] =>
  Object.entries(plain).flatMap(([name, none]) => {
    const value = given[name as keyof Presentation]
    return JSON.stringify(value) === JSON.stringify(none) ? [] : [[name, value]]
  })
