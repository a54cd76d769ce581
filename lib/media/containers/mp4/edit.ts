import type { Source } from '../source'
import { type Box, boxesIn, contentOf } from './boxes'
import { PICTURE_HEAD, partsOf } from './codecs'
import { keptOfEntries } from './kept'

/**
 * A box's content without what says who made it, when and with what; as long as before. Undefined for boxes that hold
 * nothing of the kind.
 */
export function edited(source: Source, box: Box, picture: boolean): Buffer | undefined {
  const edit = edits[box.type]
  if (!edit) return undefined
  const content = Buffer.from(contentOf(source, box))
  edit(content, source, box, picture)
  return content
}

type Edit = (content: Buffer, source: Source, box: Box, picture: boolean) => void

/** When it was made and last changed: four bytes each, or eight. */
const withoutTimes: Edit = (content) => void content.fill(0, 4, Math.min(content.length, content[0] === 1 ? 20 : 12))

const edits: Record<string, Edit> = {
  mvhd: withoutTimes,
  tkhd: withoutTimes,
  mdhd: withoutTimes,
  // Which maker, and a name in words, around the four letters of its kind.
  hdlr: (content) => void content.fill(0, 4, 8).fill(0, 12),
  // Behind the flag for "in this file" stands nothing, or a name.
  dref: (content, source, box) => {
    for (const entry of boxesIn(source, { from: box.from + 8, to: box.to }))
      content.fill(0, entry.from + 4 - box.from, entry.to - box.from)
  },
  stsd: (content, source, box, picture) => {
    const place = ({ at, from, to }: Box) => [at - box.from, from - box.from, to - box.from] as const
    for (const entry of boxesIn(source, { from: box.from + 8, to: box.to })) {
      const [, from] = place(entry)
      // The maker's name for itself, and for its encoder.
      if (picture) content.fill(0, from + 8, from + 24).fill(0, from + 42, from + 74)
      let end = from + (picture ? PICTURE_HEAD : 0)
      for (const part of partsOf(source, entry, picture)) {
        const [begins, inside, ends] = place(part)
        if (!keptOfEntries.includes(part.type))
          content.fill('free', begins + 4, begins + 8, 'latin1').fill(0, inside, ends)
        end = ends
      }
      if (end > from) content.fill(0, end, place(entry)[2])
    }
  },
}
