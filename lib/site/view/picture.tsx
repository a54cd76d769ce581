import { typeOf, type Width } from '#lib/media/store/address'
import type { Shape } from '#lib/media/store/crop'

import { cutOf, fileOf, fileUpTo, srcSetOf } from '../cut'
import type { Shown } from '../queries/media'
import { altOf } from '../shown'
import { toneOf } from '../tone'

type Props = {
  shown: Shown
  shape?: Shape | 'whole'
  /** How wide it stands in the page, as browsers are told. */
  sizes: string
  /** No file wider than this is offered, in pixels. */
  most?: Width
  /** How wide it stands where there is no style, in pixels; else as wide as its usual file. */
  plainly?: number
  /** The first of its page: it is fetched at once, before what is seen later. */
  first?: boolean
  /** What it shows is said beside it, or nothing is lost without it. */
  decorative?: boolean
  /** Where files are, if not where readers have them. */
  base?: string
}

/** For browsers that know nothing newer, and where there is no style. */
const usual = 960

/** A picture in the files that a browser takes best; its room is kept before it comes. */
export function Picture({ shown, shape = 'whole', sizes, most = 1920, plainly, first, decorative, base }: Props) {
  const cut = cutOf(shown, shape)
  const plain = fileUpTo(cut, most < usual ? most : usual)
  const width = plainly ?? plain.width
  return (
    <picture>
      {(['avif', 'webp'] as const).map((format) => (
        <source key={format} type={typeOf[format]} srcSet={srcSetOf(cut, format, most, base)} sizes={sizes} />
      ))}
      <img
        className={toneOf(shown.item.colour)}
        src={fileOf(cut, plain.name, 'jpeg', base)}
        width={width}
        height={Math.round((width * plain.height) / plain.width)}
        alt={decorative ? '' : altOf(shown)}
        {...(first ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' })}
      />
    </picture>
  )
}
