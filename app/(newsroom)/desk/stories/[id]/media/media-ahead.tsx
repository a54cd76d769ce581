import { fileAddress } from '#app/(newsroom)/desk/media/address'
import { clipWord } from '#lib/media/kinds'
import type { Shown } from '#lib/media/known'
import type { Clip, Gallery, Image } from '#lib/story/document/nodes'

import { MediaFaults } from './media-faults'
import { PictureFrame } from './picture-frame'

type Props<B> = { block: B; known: ReadonlyMap<string, Shown> }

/** A block of the library's before its editor is there: as large as it will be then, so that nothing leaps. */
export function MediaAhead({ block, known }: Props<Image | Gallery | Clip>) {
  if (block.type === 'image') return <PictureAhead block={block} known={known} />
  if (block.type === 'clip') return <ClipAhead block={block} known={known} />
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

function ClipAhead({ block: { attrs }, known }: Props<Clip>) {
  const shown = known.get(attrs.media)
  return (
    <div className="block-card clip" data-kind={shown?.kind}>
      <div>
        <MediaFaults of={`This ${clipWord(shown?.kind)}`} shown={shown ?? null} />
      </div>
      <div className="clip-card">
        {shown && (
          <span className="clip-still">
            {shown.poster && (
              // biome-ignore lint/performance/noImgElement: its files have the sizes that are shown, made beforehand
              <img src={fileAddress(shown.poster, 'thumb-640')} alt="" />
            )}
          </span>
        )}
        <b>{shown?.name}</b>
      </div>
    </div>
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
