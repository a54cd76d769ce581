/** What an entry's detail tells of a change: `from` and `to` hold ids, numbers and words, by names that say of what. */
type Detail = Record<string, unknown>

/** What stands for what: an id of a noun, a revision of the story, or words as they are. */
export type Of = 'person' | 'section' | 'topic' | 'media' | 'revision' | 'words'

/** Ids before and after, of one thing; empty where there was nothing. */
export type Change = { label: string; of: Of; from: string[]; to: string[] }

const labels: Record<string, [label: string, of: Of]> = {
  assigned: ['Assigned to', 'person'],
  people: ['Byline', 'person'],
  section: ['Section', 'section'],
  sections: ['Sections', 'section'],
  topics: ['Topics', 'topic'],
  picture: ['Main picture', 'media'],
  into: ['Merged into', 'topic'],
  revision: ['Revision', 'revision'],
  number: ['Revision', 'words'],
  step: ['Step', 'words'],
  role: ['Role', 'words'],
  words: ['Commissioned length', 'words'],
  days: ['Acts kept for days', 'words'],
  hour: ['Hour (UTC)', 'words'],
  embargo: ['Embargo until (UTC)', 'words'],
  personalDays: ['Addresses kept for days', 'words'],
}

const listed = (value: unknown): string[] =>
  value === null || value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String)

const record = (value: unknown): Detail => (typeof value === 'object' && value !== null ? (value as Detail) : {})

/** What changed, thing by thing; what stayed as it was is left out. */
export function changesOf(detail: Detail): Change[] {
  const [from, to] = [record(detail.from), record(detail.to)]
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) => {
    const [label, of]: [string, Of] = labels[name] ?? [name, 'words']
    const change = { label, of, from: listed(from[name]), to: listed(to[name]) }
    return change.from.join() === change.to.join() ? [] : [change]
  })
}

const fieldNames: Record<string, string> = {
  sectionId: 'section',
  commissionedWords: 'commissioned length',
  searchTitle: 'search title',
  searchDescription: 'search description',
  canonicalUrl: 'canonical address',
  people: 'byline',
  machine: 'made with AI',
  related: 'related stories',
  original: 'translation of',
}

const many = (count: unknown, one: string, more: string) => `${count} ${count === 1 ? one : more}`

const proven = (told: unknown) => {
  const { asked, red } = record(told)
  const still = listed(red)
  return `${many(asked, 'address', 'addresses')} asked, ${still.length ? `red: ${still.join(', ')}` : 'all clean'}`
}

/** The rest of a detail in words; `people` in it are ids, told apart by `peopleOf`. */
export function notesOf(act: string, detail: Detail): string[] {
  const { change, version, hours, fields, text, reason, sessions, count, upTo, by, inside, outside } = detail
  const names = Array.isArray(fields) ? fields.map((name) => fieldNames[name] ?? String(name)) : []
  return [
    names.length && `Fields: ${names.join(', ')}`,
    text === true && 'The text',
    change && change !== 'update' && `As a ${change === 'typo' ? 'typo fix' : change}`,
    version && `Version ${version}`,
    typeof hours === 'number' && `For ${many(hours, 'hour', 'hours')}`,
    reason && `Reason: ${reason}`,
    typeof sessions === 'number' && many(sessions, 'session ended', 'sessions ended'),
    by && `By ${by === 'invite' ? 'the invitation' : 'a reset link'}`,
    act === 'checkpoint' && `${many(count, 'entry', 'entries')} up to ${upTo}`,
    act === 'proof' && `Here: ${proven(inside)}`,
    act === 'proof' && outside && `From outside: ${proven(outside)}`,
    /suggestions$/.test(act) && many(count, 'suggestion', 'suggestions'),
  ].filter((note): note is string => Boolean(note))
}

/** People whom an act is about beside its subject. */
export const peopleOf = (detail: Detail): string[] => listed(detail.people)

/** All ids of one kind that entries name. */
export const idsOf = (changes: readonly Change[], of: Of): string[] => [
  ...new Set(changes.filter((change) => change.of === of).flatMap(({ from, to }) => [...from, ...to])),
]
