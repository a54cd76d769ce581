import { messagesIn } from '#lib/messages/find'
import { dateAndClock, plainDay } from '#lib/site/time'
import type { StoryDocument } from '#lib/story/document/nodes'
import { DocumentBody } from '#lib/story/document/react'

import type { Paper } from './props'

/** As much as the largest screens show at once. */
export const openingBlocks = 16

/** How the text begins, made on the server: it is there to be read while the browser still loads what one writes with. */
export function Opening({ text: { body }, paper }: { text: StoryDocument; paper: Paper }) {
  const on = { zone: paper.timezone, language: paper.language }
  const day = (iso: string) => plainDay(iso, new Date(paper.now), on)
  const dated = (iso: string) => dateAndClock(new Date(iso), on)
  const words = messagesIn(paper.language)
  return <DocumentBody body={body} setting={{ related: new Map(), day, dated, words, written: true }} />
}
