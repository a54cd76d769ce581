import { draftCommands } from '#lib/draft/commands/of-noun'
import type { Noun } from '#lib/draft/noun'
import { findShown } from '#lib/publication/queries'
import { cleanBlock, cleanLine } from '#lib/story/document/clean'

import { pageProblems } from '../checks'
import { liftPage, type PageContent } from '../content'
import { mergePages } from '../merge'
import { findAbout, loadPage } from '../queries/load'
import { givePage } from './give'
import { keepPage, putPage } from './keep'

const page: Noun<PageContent> = {
  kind: 'page',
  load: loadPage,
  lift: (content, schema) => liftPage(content as PageContent, schema),
  written: (_, content) => written(content),
  merge: mergePages,
  faults: async (tx, id, content, at) => pageProblems(content, await findAbout(tx, id, content), at),
  keep: keepPage,
  put: putPage,
  give: async (tx, id, revision, { by, at }) => {
    const act = (await findShown(tx, 'page', id)) ? 'update' : 'publish'
    return givePage(tx, { act, subject: id, revision, actorId: by, at })
  },
}

export const pageCommands = draftCommands(page)
export const { save: savePage, publish: publishPage, schedule: schedulePage, restore: restorePage } = pageCommands

/** Without what no page can carry, its keys in one order, so that the same page has one fingerprint. */
const written = ({ title, slug, standfirst, language, body }: PageContent): PageContent => ({
  ...{
    title: cleanLine(title),
    slug: cleanLine(slug),
    standfirst: cleanLine(standfirst),
    language: cleanLine(language),
  },
  body: { type: 'doc', content: body.content.map(cleanBlock) },
})
