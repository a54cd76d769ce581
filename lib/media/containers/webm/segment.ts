import { Unreadable } from '../clip'
import { cutOff, damaged, type Source } from '../source'
import { type Element, elementAt, elementsIn, textIn } from './element'
import { id } from './ids'

const outermost: number[] = [
  id.seekHead,
  id.info,
  id.tracks,
  id.cluster,
  id.cues,
  id.chapters,
  id.attachments,
  id.tags,
  id.void,
  id.crc,
]

/** What may stand in a cluster: with a position, the size of the one before, silent tracks and encrypted blocks. */
const inCluster: number[] = [id.timestamp, id.simpleBlock, id.blockGroup, id.void, id.crc, 0xa7, 0xab, 0x5854, 0xaf]

/** The one element that a film is, behind the head that says what kind of EBML this is. @throws Unreadable for other kinds */
export function findSegment(source: Source): Element & { docType: string } {
  const head = elementAt(source, 0, source.size)
  if (!head || head.open) throw new Unreadable(damaged)
  if (head.to > source.size) throw new Unreadable(cutOff)
  let docType = ''
  for (const part of elementsIn(source, head)) if (part.id === id.docType) docType = textIn(source, part)
  if (docType !== 'webm' && docType !== 'matroska')
    throw new Unreadable('This is neither WebM nor another film. Export it as MP4 (H.264).')
  let segment = elementAt(source, head.to, source.size)
  if (segment?.id === id.void) segment = elementAt(source, segment.to, source.size)
  if (segment?.id !== id.segment) throw new Unreadable(damaged)
  if (segment.to > source.size) throw new Unreadable(cutOff)
  return { ...segment, docType }
}

/** A film's parts. One without a length ends where no part begins; a cluster without one where the next part does. */
export function* partsOf(source: Source, segment: Element): Generator<Element> {
  for (let at = segment.from; at < segment.to; ) {
    const part = elementAt(source, at, segment.to)
    if (segment.open && !(part && outermost.includes(part.id))) return
    if (!part || (part.open && part.id !== id.cluster)) throw new Unreadable(damaged)
    if (part.to > segment.to) throw new Unreadable(segment.open ? cutOff : damaged)
    const to = part.open ? endOf(source, part) : part.to
    yield { ...part, to }
    at = to
  }
}

/** Where a cluster ends that does not say so. */
function endOf(source: Source, { from, to }: Element): number {
  let at = from
  for (let part = elementAt(source, at, to); part && inCluster.includes(part.id); part = elementAt(source, at, to)) {
    if (part.open) throw new Unreadable(damaged)
    if (part.to > to) throw new Unreadable(cutOff)
    at = part.to
  }
  return at
}
