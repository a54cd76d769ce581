import { newId } from '#lib/id'
import type { StoryText } from '#lib/story/document/changes'
import type { Using } from '#lib/story/document/media-uses'
import type { Body } from '#lib/story/document/nodes'
import { upgrade } from '#lib/story/document/upgrade'

/** A page of the paper's own: what its editors write, and readers get. */
export type PageContent = {
  title: string
  /** Its address, one level: `about` is `/about`. */
  slug: string
  standfirst: string
  /** BCP 47; '' for the paper's language. */
  language: string
  body: Body
}

export const longest = { title: 120, slug: 80, standfirst: 400, language: 35 } as const

/** A page of which nothing is written yet. */
export const newPage = (title: string, slug: string): PageContent => ({
  ...{ title, slug, standfirst: '', language: '' },
  body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: newId() } }] },
})

export const pagePath = ({ slug }: { slug: string }) => `/${slug}`

/** Its text, as stories' texts are compared. */
export const textOf = ({ title, standfirst, body }: PageContent): StoryText => ({ headline: title, standfirst, body })

/** As what shows something of the library. */
export const shownBy = ({ body }: Pick<PageContent, 'body'>): Using => ({ main: null, body })

/** A kept content as the document's current version says it. */
export function liftPage(content: PageContent, schema: number): PageContent {
  const { body } = upgrade({ schema, ...textOf(content) })
  return { ...content, body }
}
