import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayEditPaper } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { namesOfFronts } from '#lib/front/queries/names'
import { pageMedia, pages } from '#lib/page/tables'
import {
  liveFrontMedia,
  liveMedia,
  livePageMedia,
  livePages,
  livePeople,
  liveSections,
  liveStories,
  liveStoryMedia,
} from '#lib/site/tables'
import { storyProjections } from '#lib/story/log/tables'
import { readable } from '#lib/story/queries/readable'
import { stories, storyMedia } from '#lib/story/tables'

import { listLogos } from './logos'

/** A story that uses something of the library: its working copy, what readers have of it, or both. */
export type Use = { story: string; headline: string; path: string | null; inDraft: boolean; isLive: boolean }

/**
 * Where something of the library is used. Stories that the actor may not read are counted, not named; what readers have
 * of them is public.
 */
export async function listUses(actor: Actor, id: string) {
  const drafts = await db
    .select({ story: stories.id, headline: storyProjections.headline })
    .from(storyMedia)
    .innerJoin(stories, eq(stories.id, storyMedia.storyId))
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .where(and(eq(storyMedia.mediaId, id), readable(db, actor)))
  const all = await db.selectDistinct({ story: storyMedia.storyId }).from(storyMedia).where(eq(storyMedia.mediaId, id))
  const live = await db
    .select({
      story: liveStories.subject,
      headline: liveStories.headline,
      slug: liveStories.slug,
      section: liveSections.slug,
    })
    .from(liveStoryMedia)
    .innerJoin(liveStories, eq(liveStories.subject, liveStoryMedia.subject))
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(and(eq(liveStoryMedia.mediaId, id), eq(liveStoryMedia.now, true)))
  const faces = await db
    .select({ id: livePeople.subject, name: livePeople.name })
    .from(livePeople)
    .where(eq(livePeople.face, id))
  const posters = await db.select({ id: liveMedia.subject }).from(liveMedia).where(eq(liveMedia.poster, id))
  const uses = new Map<string, Use>()
  for (const { story, headline } of drafts)
    uses.set(story, { story, headline: headline || 'No headline yet', path: null, inDraft: true, isLive: false })
  for (const { story, headline, slug, section } of live)
    uses.set(story, { story, headline, path: `/${section}/${slug}`, inDraft: uses.has(story), isLive: true })
  const hidden = all.filter(({ story }) => !uses.has(story)).length
  const [fronts, logos] = [await listFrontsShowing(id), await listLogos(db)]
  return {
    ...{ stories: [...uses.values()], hidden, faces, films: posters.length, fronts, masthead: logos.includes(id) },
    pages: await listPagesShowing(actor, id),
  }
}

/** A page of the paper's own that uses it; `path` where readers have that; its draft is at the desk for who makes it. */
export type PageUse = { id: string; title: string; path: string | null; mayOpen: boolean }

async function listPagesShowing(actor: Actor, id: string): Promise<PageUse[]> {
  const mayOpen = mayEditPaper(actor)
  const live = await db
    .select({ id: livePages.subject, title: livePages.title, slug: livePages.slug })
    .from(livePageMedia)
    .innerJoin(livePages, eq(livePages.subject, livePageMedia.subject))
    .where(and(eq(livePageMedia.mediaId, id), eq(livePageMedia.now, true)))
  const drafts = await db
    .select({ id: pages.id, content: pages.content })
    .from(pageMedia)
    .innerJoin(pages, eq(pages.id, pageMedia.pageId))
    .where(eq(pageMedia.mediaId, id))
  const uses = new Map<string, PageUse>()
  // Whoever makes no pages knows those alone that readers have.
  for (const { id: page, content } of mayOpen ? drafts : [])
    uses.set(page, { id: page, title: content.title || 'No title yet', path: null, mayOpen })
  for (const { id: page, title, slug } of live) uses.set(page, { id: page, title, path: `/${slug}`, mayOpen })
  return [...uses.values()]
}

/** Names and addresses of the fronts on which readers see it in a story's place. */
async function listFrontsShowing(id: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .select({ id: liveFrontMedia.subject })
    .from(liveFrontMedia)
    .where(eq(liveFrontMedia.mediaId, id))
  const names = await namesOfFronts(rows.map((row) => row.id))
  return rows.map((row) => ({ id: row.id, name: names.get(row.id) ?? '' }))
}

export type Uses = Awaited<ReturnType<typeof listUses>>
