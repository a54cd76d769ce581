import { z } from 'zod'

import type { Body } from '#lib/story/document/nodes'

import { longest } from './content'
import { findPageFault } from './document'

/** A page as a browser sends it; what of it is no use to readers yet is told when it is published. */
export const PageForm = z.strictObject({
  title: z.string().max(longest.title, `A title has at most ${longest.title} characters.`),
  slug: z.string().max(longest.slug, `An address has at most ${longest.slug} characters.`),
  standfirst: z.string().max(longest.standfirst, `A standfirst has at most ${longest.standfirst} characters.`),
  language: z.string().max(longest.language),
  body: z.custom<Body>((body) => findPageFault(body) === undefined, 'This text is none of a page.'),
})

/** What somebody calls a page that they begin. */
export const NewPageForm = z.strictObject({
  title: z.string().trim().min(1, 'Give the page a title.').max(longest.title, `At most ${longest.title} characters.`),
})
