import { findDocumentFault } from '#lib/story/document/check'
import { bodyExtensions } from '#lib/story/document/extensions'
import { type Body, schemaVersion } from '#lib/story/document/nodes'

/** What is a story's alone: corrections and "Also read" are told of stories. */
const storysAlone = ['relatedStory', 'correction']

/** Nodes and marks of a page's body: a story's, less those. */
export const pageExtensions = bodyExtensions.filter(({ name }) => !storysAlone.includes(name))

/** What is wrong with a body from anywhere, in a few words; undefined when it is one of a page. */
export function findPageFault(body: unknown): string | undefined {
  const fault = findDocumentFault({ schema: schemaVersion, headline: '', standfirst: '', body })
  if (fault) return fault
  const strange = (body as Body).content.find(({ type }) => storysAlone.includes(type))
  return strange && `${strange.type} on a page`
}
