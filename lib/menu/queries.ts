import { asc, eq, inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensureMayEditPaper } from '#lib/auth/permissions'
import { db, type Reader } from '#lib/db/client'
import { findPlanShown } from '#lib/draft/queries/plans'
import { notFound } from '#lib/errors'
import { messagesIn } from '#lib/messages/find'
import { pages } from '#lib/page/tables'
import { namesOf } from '#lib/people/queries'
import { findShown } from '#lib/publication/queries'
import { findRevision, fingerprint } from '#lib/publication/revisions'
import { listSections } from '#lib/section/queries'
import { series } from '#lib/series/tables'
import { findSettings } from '#lib/settings/queries'
import { type MenuContent, type MenuId, menuIds } from '#lib/site/menu/content'
import { defaultMenu } from '#lib/site/menu/default'
import { idsOf } from '#lib/site/menu/resolve'
import { livePages, liveSeriesParts, liveStories, liveStoryTopics, liveTopics } from '#lib/site/tables'
import { topics } from '#lib/topic/tables'

import { menuProblems, type Targets, targetKey } from './checks'
import { menus } from './tables'

/**
 * A menu as its editors have it; one that nobody has worked on begins from what readers are given by rule. `version` 0
 * while nobody has.
 * @throws Refusal `not-found`, also for whoever may not edit menus
 */
export async function loadMenu(on: Reader, actor: Actor, asked: string) {
  ensureMayEditPaper(actor)
  const id = menuIds.find((one) => one === asked)
  if (!id) throw notFound('This menu')
  const [row] = await on
    .select({
      content: menus.content,
      fingerprint: menus.fingerprint,
      editedBy: menus.editedBy,
      editedAt: menus.editedAt,
      version: menus.version,
    })
    .from(menus)
    .where(eq(menus.id, id))
  if (row) return { id, ...row }
  const content = await menuByRule(on, id)
  return { id, content, fingerprint: fingerprint(content), editedBy: null, editedAt: null, version: 0 }
}

/** What readers have of a menu that nobody has made. */
export async function menuByRule(on: Reader, id: MenuId): Promise<MenuContent> {
  return defaultMenu(id, messagesIn((await findSettings(on)).language))
}

/** What menus lead to, and whether readers have it. */
export async function findTargets(on: Reader, ...contents: MenuContent[]): Promise<Targets> {
  const columns = contents.flatMap((content) => content.columns)
  const [topicIds, pageIds] = [idsOf('topic', columns), idsOf('page', columns)]
  const targets = new Map<string, { name: string; live: boolean }>()
  for (const { id, name } of await listSections(on)) targets.set(targetKey('section', id), { name, live: true })
  if (topicIds.length) {
    const named = await on.select({ id: topics.id, name: topics.name }).from(topics).where(inArray(topics.id, topicIds))
    const live = await on
      .selectDistinct({ id: liveStoryTopics.topicId })
      .from(liveStoryTopics)
      .innerJoin(liveTopics, eq(liveTopics.subject, liveStoryTopics.topicId))
      .where(inArray(liveStoryTopics.topicId, topicIds))
    for (const { id, name } of named)
      targets.set(targetKey('topic', id), { name, live: live.some((one) => one.id === id) })
  }
  if (idsOf('series', columns).length)
    for (const one of await seriesToLink(on)) targets.set(targetKey('series', one.id), one)
  if (pageIds.length)
    for (const page of await pagesToLink(on))
      if (pageIds.includes(page.id)) targets.set(targetKey('page', page.id), page)
  return targets
}

/** Series that an entry can lead to, by name. */
async function seriesToLink(on: Reader) {
  const rows = await on.select({ id: series.id, name: series.name }).from(series).orderBy(asc(series.name))
  const live = await on
    .selectDistinct({ id: liveSeriesParts.subject })
    .from(liveSeriesParts)
    .innerJoin(liveStories, eq(liveStories.subject, liveSeriesParts.storyId))
  return rows.map((row) => ({ ...row, live: live.some(({ id }) => id === row.id) }))
}

/** Pages of the paper's own that an entry can lead to, by title; of those that readers have, the title that they see. */
async function pagesToLink(on: Reader) {
  const drafts = await on.select({ id: pages.id, content: pages.content }).from(pages)
  const live = new Map(
    (await on.select({ id: livePages.subject, title: livePages.title }).from(livePages)).map((row) => [row.id, row]),
  )
  return drafts
    .map(({ id, content }) => ({
      ...{ id, name: live.get(id)?.title ?? (content.title || 'No title yet'), live: live.has(id) },
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** All that the screen of a menu shows; `waiting`: the draft says something else than readers have. */
export async function findMenu(actor: Actor, asked: string) {
  const { fingerprint: says, editedBy, editedAt, ...menu } = await loadMenu(db, actor, asked)
  const shown = await findShown(db, 'menu', menu.id)
  const names = await namesOf(
    db,
    [editedBy, shown?.by].flatMap((one) => one ?? []),
  )
  const rule = await menuByRule(db, menu.id)
  const readers = (shown?.content as MenuContent | undefined) ?? rule
  const targets = await findTargets(db, menu.content, readers)
  return {
    ...menu,
    edited: editedAt && { at: editedAt, by: editedBy === null ? null : (names.get(editedBy) ?? null) },
    /** What readers have of it; by rule where nobody has given them another. */
    live: shown && {
      seq: shown.seq,
      revision: shown.number,
      at: shown.at,
      by: shown.by ? (names.get(shown.by) ?? null) : null,
    },
    readers,
    waiting: says !== fingerprint(readers),
    plan: await findPlanShown(db, `menu:${menu.id}`, says),
    targets: [...targets],
    sections: (await listSections()).map(({ id, name }) => ({ id, name })),
    series: await seriesToLink(db),
    pages: await pagesToLink(db),
    problems: menuProblems(menu.id, menu.content, targets),
  }
}

export type MenuNow = Awaited<ReturnType<typeof findMenu>>

/** All menus, as a list of them shows each. */
export async function listMenus(actor: Actor) {
  const all: MenuNow[] = []
  for (const id of menuIds) all.push(await findMenu(actor, id))
  return all.map(({ id, live, waiting, plan, edited, problems }) => ({
    ...{ id, live, waiting, scheduled: plan?.dueAt, edited },
    problems: problems.length,
  }))
}

/** What one of a menu's revisions says, with what it leads to. @throws Refusal `not-found` */
export async function findMenuContent(actor: Actor, asked: string, number: number) {
  const { id } = await loadMenu(db, actor, asked)
  const kept = await findRevision(db, 'menu', id, number)
  if (!kept) throw notFound('This revision')
  const content = kept.content as MenuContent
  return { content, targets: [...(await findTargets(db, content))] }
}
