import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'
import type { Block, Body, Clip, Gallery, Image } from '#lib/story/document/nodes'

import { cutOf, fileOf } from '../cut'
import { galleryRows } from '../gallery-rows'
import type { LibraryItem, Shown } from '../queries/media'
import { altOf, pictureOf, shownOf } from '../shown'
import { Caption } from './caption'
import { ClipView } from './clip'
import { Picture } from './picture'
import { acrossSpot, beyondSpot, gallerySpot, type Spot, textSpot } from './spots'

type About = {
  /** What readers have of the library, by id. */
  items: ReadonlyMap<string, LibraryItem>
  /** The block whose picture is the first of the page. */
  first?: Block
  /** Blocks that keep to the column, whatever they say. */
  narrow?: ReadonlySet<Block>
  /** Galleries span the page. */
  across?: boolean
  t: Messages
  base?: string
}

/** Whether a text has a picture that can be shown larger. */
export const hasZoomable = (body: Body, items: About['items']) =>
  body.content.some((block) => {
    if (block.type === 'gallery') return (block.content ?? []).some(({ attrs }) => pictureOf(attrs, items))
    return block.type === 'image' && isLarge(pictureOf(block.attrs, items))
  })

/** Shows what a text has of the library. */
export const mediaIn =
  (about: About) =>
  (block: Image | Gallery | Clip): ReactNode => {
    if (block.type === 'gallery') return <GalleryView gallery={block} about={about} />
    const use = block.type === 'image' ? block.attrs : { alt: '', crop: '', ...block.attrs }
    const shown = shownOf(use, about.items)
    if (!shown) return null
    if (shown.item.kind !== 'picture')
      return <ClipView shown={shown} poster={about.items.get(shown.item.poster ?? '')} t={about.t} base={about.base} />
    const wide = block.type === 'image' && block.attrs.wide && !about.narrow?.has(block)
    return (
      <figure className={wide ? 'shot beyond' : 'shot'}>
        <Shot
          shown={shown}
          spot={wide ? beyondSpot : textSpot}
          first={about.first === block}
          t={about.t}
          base={about.base}
        />
        <Caption shown={shown} t={about.t} />
      </figure>
    )
  }

function GalleryView({ gallery, about }: { gallery: Gallery; about: About }) {
  const { attrs, content = [] } = gallery
  const spotOf = about.across ? acrossSpot : gallerySpot
  const all = content.flatMap((image) => pictureOf(image.attrs, about.items) ?? [])
  const abreast = galleryRows(all.length).flatMap((row) => Array<typeof row>(row).fill(row))
  if (!all.length) return null
  return (
    <section className="gallery" aria-label={attrs.title || about.t.gallery}>
      {attrs.title && <h2>{attrs.title}</h2>}
      {all.map((shown, i) => (
        <figure key={i} className={`by${abreast[i] ?? 1}`}>
          <Zoomable
            shown={shown}
            spot={spotOf(abreast[i] ?? 1)}
            first={i === 0 && about.first === gallery}
            t={about.t}
            base={about.base}
          />
          <Caption shown={shown} t={about.t} />
        </figure>
      ))}
    </section>
  )
}

/** From so many pixels on there is more to see of a picture than the column shows. */
const larger = 960
const isLarge = (shown: Shown | undefined) => shown !== undefined && cutOf(shown, 'whole').width >= larger

type ZoomableProps = Pick<About, 't' | 'base'> & { shown: Shown; spot: Spot; first?: boolean }

/** A picture in the text: what is no larger than it stands there leads nowhere. */
const Shot = ({ shown, spot, first, t, base }: ZoomableProps) =>
  isLarge(shown) ? (
    <Zoomable shown={shown} spot={spot} first={first} t={t} base={base} />
  ) : (
    <Picture shown={shown} {...spot} first={first} base={base} />
  )

/** A picture that leads to the largest file of itself, all of what is shown of it; `public/lightbox.js` opens that here. */
function Zoomable({ shown, spot, first, t, base }: ZoomableProps) {
  const whole = cutOf(shown, 'whole')
  const file = fileOf(whole, whole.widths.at(-1) ?? whole.widths[0], 'jpeg', base)
  return (
    <a className="zoom" href={file} aria-label={altOf(shown) ? undefined : t.larger}>
      <Picture shown={shown} {...spot} first={first} base={base} />
    </a>
  )
}
