import type { Actor } from '#lib/auth/actor'
import { may, type Subject } from '#lib/auth/permissions'
import { Refusal } from '#lib/errors'
import { cleanNote } from '#lib/story/document/clean'

import type { Mention } from './tables'

const longest = 4000 // characters

/** One person's on one story: all of a story's go to everybody who has it open, whenever one is added. */
export const most = 500

/** Who may change the story settles what is said about it, and who began to say it. */
export const mayResolve = (actor: Actor, story: Subject, thread: { by: string | null }): boolean =>
  may(actor, 'read', story) && (may(actor, 'edit', story) || thread.by === actor.id)

/** A comment is its writer's to change and to delete, and nobody else's. */
export function ensureOwn(actor: Actor, comment: { by: string | null }): void {
  if (comment.by !== actor.id) throw new Refusal('forbidden', 'Only who wrote a comment changes it.')
}

/** @param own how many comments on the story the person has written. @throws Refusal `rule` when that is all one may */
export function ensureRoomFor(own: number): void {
  if (own >= most)
    throw new Refusal(
      'rule',
      `You have ${most} comments on this story, which is the most. Delete some that are settled.`,
    )
}

/** A comment's words as they are kept. @throws Refusal `invalid` */
export function wordsOfComment(text: string): string {
  const words = cleanNote(text)
  if (!words) throw new Refusal('invalid', 'A comment needs some words.', { text: 'A comment needs some words.' })
  if ([...words].length > longest) {
    const message = 'A comment has at most 4,000 characters.'
    throw new Refusal('invalid', message, { text: message })
  }
  return words
}

/** Those of the readers named by the browser whose name stands in the text after an `@`. */
export const mentionsIn = (text: string, ids: readonly string[], readers: readonly Mention[]): Mention[] =>
  readers.filter(({ id, name }) => ids.includes(id) && text.includes(`@${name}`))

/** A text in runs, each a name that is mentioned or words between. Of two names the longer one is meant. */
export function runsOf(text: string, mentions: readonly Mention[]): { text: string; person?: string }[] {
  const names = [...mentions].sort((a, b) => b.name.length - a.name.length)
  const runs: { text: string; person?: string }[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const named = names.find(({ name }) => text.startsWith(name, at + 1))
    if (!named || at < from) continue
    if (at > from) runs.push({ text: text.slice(from, at) })
    from = at + 1 + named.name.length
    runs.push({ text: text.slice(at, from), person: named.id })
  }
  if (from < text.length) runs.push({ text: text.slice(from) })
  return runs
}
