/** One edit of a story, of its text or its fields; `by` is a person's id. */
export type Edit = { by: string; at: Date }

/** A spell of work: from its first edit to its last; `people` are ids, who edited last at the end. */
export type Spell = { begunAt: Date; editedAt: Date; people: string[] }

/** So long without an edit, and a spell of work is over; in milliseconds. */
export const quiet = 30 * 60_000

/** Somebody who was not part of it takes over after a pause of this length, and it is over as well. */
export const handover = 5 * 60_000

/** When it is over if nobody edits meanwhile. */
export const endsAt = ({ editedAt }: Spell) => new Date(editedAt.getTime() + quiet)

export const isOver = (spell: Spell, now: Date) => now >= endsAt(spell)

/** Whether the spell was over when this edit was made: it begins another. */
function isAnother({ editedAt, people }: Spell, { by, at }: Edit): boolean {
  const pause = at.getTime() - editedAt.getTime()
  return pause >= quiet || (pause >= handover && !people.includes(by))
}

/**
 * Joins edits, in their order, to the spell under way.
 * @returns those spells that ended, each with the index of the edit before which it did, and the one under way now
 */
export function continueSpell(under: Spell | undefined, edits: Edit[]) {
  const ended: { spell: Spell; before: number }[] = []
  let spell = under
  for (const [before, edit] of edits.entries()) {
    if (spell && isAnother(spell, edit)) ended.push({ spell, before })
    spell = spell && !isAnother(spell, edit) ? joined(spell, edit) : begun(edit)
  }
  return { ended, spell }
}

const begun = ({ by, at }: Edit): Spell => ({ begunAt: at, editedAt: at, people: [by] })

/** Clocks of two processes differ: the last edit's time never goes back. */
const joined = ({ begunAt, editedAt, people }: Spell, { by, at }: Edit): Spell => ({
  begunAt,
  editedAt: at > editedAt ? at : editedAt,
  people: [...people.filter((id) => id !== by), by],
})
