import { type Limit, networkOf } from '#lib/auth/limits'
import { Refusal } from '#lib/errors'
import { cleanNote } from '#lib/story/document/clean'

import { longestAnswer, longestLabel, longestName, previewHours } from './lengths'

/** What somebody with the link says: approval of the whole, or words on a block of it ('' for the whole). */
export type NewAnswer = { kind: 'approval' | 'comment'; block: string; name: string; text: string }

const lengthOf = (text: string) => [...text].length

/** @throws Refusal `invalid` with a message a field */
export function ensureLink({ label, hours }: { label: string; hours: number }): void {
  const faults: Record<string, string> = {}
  if (!label) faults.label = 'Say who it is for.'
  else if (lengthOf(label) > longestLabel) faults.label = `At most ${longestLabel} characters.`
  if (!previewHours.includes(hours)) faults.hours = 'Choose one of those offered.'
  refuseIf(faults, 'The link was not made.')
}

/**
 * @param blocks ids of what the revision holds
 * @throws Refusal `invalid` with a message a field
 */
export function ensureAnswer({ kind, block, name, text }: NewAnswer, blocks: ReadonlySet<string>): void {
  const faults: Record<string, string> = {}
  if (!name) faults.name = 'Give your name.'
  else if (lengthOf(name) > longestName) faults.name = `A name has at most ${longestName} characters.`
  if (kind === 'comment' && !text) faults.text = 'Write what you want to say.'
  else if (lengthOf(text) > longestAnswer) faults.text = `At most ${longestAnswer.toLocaleString('en-GB')} characters.`
  if (block && !blocks.has(block)) faults.block = 'This paragraph is not in the text.'
  refuseIf(faults, 'It was not sent.')
}

/** All answers stand on one page, and on the desk: a link takes no more than can be read there. */
export const mostAnswers = 500

/** @throws Refusal `rule` when a link has all the answers that it takes */
export function ensureRoom(answers: number): void {
  if (answers >= mostAnswers)
    throw new Refusal('rule', 'This link takes no more answers. Ask who sent it to you for a new one.')
}

function refuseIf(faults: Record<string, string>, message: string) {
  if (Object.keys(faults).length) throw new Refusal('invalid', message, faults)
}

/** Answers in a quarter of an hour: by one link, so that one that got about floods nobody, and from one network. */
export const answerLimits = (linkId: string, address: string): Record<string, Limit> => ({
  link: { key: `preview:${linkId}`, most: 60 },
  address: { key: `preview:${networkOf(address)}`, most: 30 },
})

/** What of a text is kept: no control characters but line ends and tabs, nothing around it. */
export const tidied = (text: string) => cleanNote(text.replace(/\r\n?/g, '\n').replaceAll('\u007f', ''))
