import type { Shown } from '#lib/media/known'
import type { Clip, Gallery, Image } from '#lib/story/document/nodes'

import { MediaFaults } from './media-faults'
import { PictureFrame } from './picture-frame'

type Props<B> = { block: B; known: ReadonlyMap<string, Shown> }

/** A block of the library's before its editor is there: as large as it will be then, so that nothing leaps. */
export function MediaAhead({ block, known }: Props<Image | Gallery | Clip>) {
  if (block.type === 'image') return <PictureAhead block={block} known={known} />
  if (block.type === 'clip')
    return (
      <div className="block-card clip">
        <MediaFaults of="This film" shown={known.get(block.attrs.media) ?? null} />
        <div className="clip-card">
          <b>{known.get(block.attrs.media)?.name}</b>
        </div>
      </div>
    )
  return (
    <section className="gallery">
      <div className="gallery-head">
        <p className="gallery-title">{block.attrs.title}</p>
      </div>
      <div className="gallery-row">
        <div>
          {block.content?.map((picture) => (
            <PictureAhead key={picture.attrs.id} block={picture} known={known} />
          ))}
        </div>
      </div>
    </section>
  )
}

function PictureAhead({ block: { attrs }, known }: Props<Image>) {
  const { media, crop, alt, wide, caption } = attrs
  const shown = known.get(media) ?? null
  return (
    <figure className="picture" data-wide={wide || undefined}>
      <PictureFrame {...{ media, crop, alt, shown }} />
      <MediaFaults of="This picture" shown={shown} alt={alt} />
      <div className="picture-lines">
        <p className="picture-caption">{caption || shown?.caption}</p>
      </div>
    </figure>
  )
}
