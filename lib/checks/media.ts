import { clipWord } from '#lib/media/kinds'
import { type Fault, faultsOf, type Known } from '#lib/media/known'
import { mediaBlocks, type Using } from '#lib/story/document/media-uses'

type Shows = Using & {
  /** What it uses of the library, by id; undefined while that is not known yet. */
  library?: ReadonlyMap<string, Known>
}

/**
 * What stands between readers and what a text shows of the library, each told of where it stands; a picture of a gallery by
 * its place there. `block`: the id of the one that shows it; the main picture has none.
 */
export function mediaFaults({ main, body, library }: Shows, now: Date): (Fault & { block?: string })[] {
  if (!library) return []
  const ofMain = main ? faultsOf('The main picture', library.get(main.media), now, main.alt) : []
  const inText = body.content.flatMap((block) =>
    mediaBlocks({ type: 'doc', content: [block] }).flatMap(({ type, attrs }, index) => {
      const known = library.get(attrs.media)
      const of =
        block.type === 'gallery'
          ? `Picture ${index + 1} of the gallery${block.attrs.title && ` “${block.attrs.title}”`}`
          : type === 'clip'
            ? `A ${clipWord(known?.kind)}`
            : 'A picture'
      const faults = faultsOf(of, known, now, 'alt' in attrs ? attrs.alt : '')
      return faults.map((fault) => ({ ...fault, block: attrs.id }))
    }),
  )
  return [...ofMain, ...inText]
}
