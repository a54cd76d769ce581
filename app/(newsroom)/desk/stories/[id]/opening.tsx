import type { Shown } from '#lib/media/known'
import { messagesIn } from '#lib/messages/find'
import { dateAndClock, plainDay } from '#lib/site/time'
import type { Clip, Gallery, Image, StoryDocument } from '#lib/story/document/nodes'
import { DocumentBody } from '#lib/story/document/react'
import { MediaAhead } from './media/media-ahead'
import type { Paper } from './props'

/** As much as the largest screens show at once. */
export const openingBlocks = 16

type Props = { text: StoryDocument; used: readonly Shown[]; paper: Paper }

/**
 * How the text begins, made on the server: it is there to be read while the browser still loads what one writes with.
 * @param used what the library says of what stands in it
 */
export function Opening({ text: { body }, used, paper }: Props) {
  const on = { zone: paper.timezone, language: paper.language }
  const day = (iso: string) => plainDay(iso, new Date(paper.now), on)
  const dated = (iso: string) => dateAndClock(new Date(iso), on)
  const words = messagesIn(paper.language)
  const known = new Map(used.map((one) => [one.id, one]))
  const media = (block: Image | Gallery | Clip) => <MediaAhead block={block} known={known} />
  return <DocumentBody body={body} setting={{ related: new Map(), media, day, dated, words, written: true }} />
}
