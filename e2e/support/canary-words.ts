import { customAlphabet } from 'nanoid'

/** How each word begins by which a text gives itself away; no other text has it. */
export const prefix = 'zqx'

const tail = customAlphabet('bcdfghjklmnpqrstvwxz', 9)

/** Letters alone, so that an address says it as a headline does; as long as a story's id. */
export const canaryWord = (): string => prefix + tail()

/**
 * Where a story's words stand. `edit`: in its text, and not in what was approved; `past`: in an older revision alone;
 * `planned`: in an update that waits for the hour; `alt`, `caption`, `credit`: at its picture, whose `file` and `notes` are
 * for the desk alone; `onFront`: over it on the home front, which is published; `onDraft`, `onPlanned`: in what is drafted
 * of that and what is planned; `onSeries`: the name of a series that is a draft; `report`: what a reader
 * wrote; `onPage`, `onMenu`: in drafts of a page of the paper's own and of the footer.
 */
const places = [
  ...(['headline', 'standfirst', 'body', 'slug', 'dateline', 'searchTitle', 'searchDescription'] as const),
  ...(['kicker', 'sponsor'] as const),
  ...(['planned', 'edit', 'past', 'comment', 'version', 'label', 'why'] as const),
  ...(['alt', 'caption', 'credit', 'file', 'notes'] as const),
  ...(['onFront', 'onDraft', 'onPlanned'] as const),
  ...(['onSeries', 'report'] as const),
  ...(['onPage', 'onMenu'] as const),
]
export type Words = Record<(typeof places)[number], string>

export const canaryWords = () => Object.fromEntries(places.map((place) => [place, canaryWord()])) as Words

/** What an anonymous reader's question for the story's address is answered. */
type Status = 200 | 404 | 410

/** Before the hour, after it, and after the withdrawals by hand that follow. */
export type Phase = 'before' | 'after' | 'end'

/** A story whose words must not be seen too early, too long, or at all. */
export type Canary = {
  state: string
  id: string
  path: string
  /** Its section's slug, and the addresses of its lists. */
  section: string
  lists: string[]
  /** Its main picture, and a file of that. */
  picture: { id: string; path: string }
  words: Words
  status: Record<Phase, Status>
  /** Somebody has paid for it, so it is no news. */
  paid: boolean
  /** Words that readers have with the story; all others but the planned one are never theirs. */
  open: string[]
}

/** What of a story nobody outside may learn in a phase. */
export function secretsOf({ words, id, picture, open, status }: Canary, phase: Phase): string[] {
  const theirs = status[phase] === 200 ? [...open, ...(phase === 'before' ? [] : [words.planned])] : []
  const secret = Object.values(words).filter((word) => !theirs.includes(word))
  const hidden = status[phase] === 200 ? secret : [...secret, picture.id]
  return status[phase] === 404 ? [...hidden, id] : hidden
}
