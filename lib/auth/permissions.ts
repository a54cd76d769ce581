import { type DraftRef, readRef } from '#lib/draft/ref'
import { notFound, Refusal } from '#lib/errors'

import type { Actor } from './actor'

export type Verb = 'read' | 'suggest' | 'edit' | 'publish'

/** What a permission needs to know of a story. */
export type Subject = {
  sectionId: string | null
  createdBy: string
  assignedTo: string | null
  bylines: readonly string[]
}

const inSections = (actor: Actor, story: Subject) =>
  story.sectionId !== null && (actor.sections === 'all' || actor.sections.includes(story.sectionId))

/** A writer's own: made by, assigned to or signed by the actor. */
const owns = (actor: Actor, story: Subject) =>
  story.createdBy === actor.id || story.assignedTo === actor.id || story.bylines.includes(actor.id)

/** The one permission table: role × verb. A story without a section is seen by its writers and all editors. */
const table: Record<Actor['role'], Record<Verb, (actor: Actor, story: Subject) => boolean>> = {
  contributor: { read: owns, suggest: owns, edit: owns, publish: () => false },
  writer: {
    read: (actor, story) => owns(actor, story) || inSections(actor, story),
    suggest: (actor, story) => owns(actor, story) || inSections(actor, story),
    edit: owns,
    publish: () => false,
  },
  editor: {
    read: (actor, story) => story.sectionId === null || inSections(actor, story) || owns(actor, story),
    suggest: (actor, story) => story.sectionId === null || inSections(actor, story) || owns(actor, story),
    edit: (actor, story) => story.sectionId === null || inSections(actor, story) || owns(actor, story),
    publish: (actor, story) => inSections(actor, story),
  },
  admin: { read: () => true, suggest: () => true, edit: () => true, publish: () => true },
}

/** Whether the actor may do this to the story; pure. */
export function may(actor: Actor, verb: Verb, story: Subject): boolean {
  return table[actor.role][verb](actor, story)
}

/**
 * Whether the actor may put the story into another section. Who publishes is decided by the section, so an editor takes
 * no story out of a section that is not theirs, and nobody else one that readers have: its editors could not withdraw it.
 * @param live whether readers have it, or will at its hour
 */
export const mayMove = (actor: Actor, story: Subject, live: boolean): boolean =>
  may(actor, 'publish', story) ||
  story.sectionId === null ||
  (actor.role !== 'editor' && !live && may(actor, 'edit', story))

/**
 * Whether the actor may take the story over, so that nobody else writes in it: an editor of its section, or of any while
 * it has none. From a holder of a higher rank nobody takes it.
 * @param holder who has taken it over now, if anybody
 */
export const mayTakeOver = (actor: Actor, story: Subject, holder?: { role: Actor['role'] }): boolean =>
  actor.role === 'admin' ||
  (actor.role === 'editor' && (story.sectionId === null || inSections(actor, story)) && holder?.role !== 'admin')

/**
 * Throws `not-found` where read fails (a stranger must not learn that it exists), `forbidden` with the reason elsewhere.
 */
export function ensure(actor: Actor, verb: Verb, story: Subject): void {
  if (!may(actor, 'read', story)) throw notFound('This story')
  if (may(actor, verb, story)) return
  if (verb === 'publish' && actor.role === 'editor')
    throw new Refusal(
      'forbidden',
      'Editors publish in their own sections. This story is in another section, or in none.',
    )
  throw new Refusal(
    'forbidden',
    verb === 'publish' ? 'Only editors publish.' : 'Only its writers and editors change this story.',
  )
}

/** The library is the whole desk's; contributors see what they put there themselves. */
export const mayUseMedia = (actor: Pick<Actor, 'id' | 'role'>, { createdBy }: { createdBy: string | null }) =>
  actor.role !== 'contributor' || createdBy === actor.id

/** What readers are shown of the library is changed by those who publish; else whoever put it there may, too. */
export const mayEditMedia = (actor: Actor, { createdBy, live }: { createdBy: string | null; live: boolean }) =>
  actor.role === 'editor' || actor.role === 'admin' || (createdBy === actor.id && !live)

/** The newsroom's own things: people, sections, settings. */
export function ensureAdmin(actor: Actor): void {
  if (actor.role !== 'admin') throw notFound('This page')
}

/** Topics are shared by the whole desk: editors rename and merge them, everyone but contributors adds them. */
export const mayAddTopics = (actor: Actor) => actor.role !== 'contributor'
export const mayEditTopics = (actor: Actor) => actor.role === 'editor' || actor.role === 'admin'

/** What readers say is wrong goes to those who publish: each to the editors of the story's section. */
export const mayTakeReports = (actor: Actor) => actor.role === 'editor' || actor.role === 'admin'

/** Series go over all sections, as topics do. */
export const mayEditSeries = mayTakeReports

/**
 * Fronts: who publishes in a section makes its front; the home page and topics' are every editor's. Nobody else knows of
 * what is drafted there.
 * @param front `home`, `section:<id>` or `topic:<id>`
 */
export function mayEditFront(actor: Actor, front: string): boolean {
  const [, section] = /^section:(.+)$/s.exec(front) ?? []
  if (actor.role === 'admin' || section === undefined) return mayEditTopics(actor)
  return actor.role === 'editor' && (actor.sections === 'all' || actor.sections.includes(section))
}

/** The breaking bar stands over every page: it is theirs who make the home page. */
export const mayBreak = (actor: Actor) => mayEditFront(actor, 'home')

/** @throws Refusal `not-found` for whoever may not edit it */
export function ensureMayEditFront(actor: Actor, front: string): void {
  if (!mayEditFront(actor, front)) throw notFound('This front')
}

/** What is the whole paper's, its own pages and its menus, is made by who edits all of it. Nobody else knows of drafts. */
export const mayEditPaper = (actor: Pick<Actor, 'role' | 'sections'>): boolean =>
  actor.role === 'admin' || (actor.role === 'editor' && actor.sections === 'all')

/** @throws Refusal `not-found` for whoever may not edit it */
export function ensureMayEditPaper(actor: Actor): void {
  if (!mayEditPaper(actor)) throw notFound('This page')
}

/** Whether somebody makes a front, page or menu. */
export function mayEditDraft(actor: Actor, draft: DraftRef): boolean {
  const { kind, id } = readRef(draft)
  return kind === 'front' ? mayEditFront(actor, id) : mayEditPaper(actor)
}

/** @throws Refusal `not-found` for whoever may not edit it */
export function ensureMayEditDraft(actor: Actor, draft: DraftRef): void {
  if (!mayEditDraft(actor, draft)) throw notFound(`This ${readRef(draft).kind}`)
}
