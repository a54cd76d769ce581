import { fileAddress } from '#app/(newsroom)/desk/media/address'
import type { Shown } from '#lib/media/known'
import { parseCrop } from '#lib/story/document/crop-text'

type Props = { media: string; crop: string; alt: string; shown: Shown | null | undefined; className?: string }

/**
 * A picture, or the part of it that is shown, with its place kept from the start: as wide as the column, and no higher
 * than a screen takes beside text.
 */
export function PictureFrame({ media, crop, alt, shown, className = '' }: Props) {
  const { x, y, width, height } = parseCrop(crop) ?? { x: 0, y: 0, width: 1, height: 1 }
  const ratio = shown?.width && shown.height ? (shown.width * width) / (shown.height * height) : 3 / 2
  const part = {
    inlineSize: `${100 / width}%`,
    blockSize: `${100 / height}%`,
    left: `${(-100 * x) / width}%`,
    top: `${(-100 * y) / height}%`,
  }
  return (
    <span className={`picture-frame ${className}`} style={{ '--ratio': ratio.toFixed(4) } as object}>
      {shown === null ? (
        <span className="picture-gone">No longer in the library</span>
      ) : (
        // biome-ignore lint/performance/noImgElement: its files have the sizes that are shown, made beforehand
        <img
          src={fileAddress(media, 'thumb-640', shown?.hash)}
          alt={alt || shown?.alt || ''}
          style={part}
          draggable={false}
        />
      )}
    </span>
  )
}
