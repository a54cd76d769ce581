import { type Crop, type Shape, shapes } from '#lib/media/store/crop'

const percent = (share: number) => `${100 * share}%`

type Props = { src: string; crop: Crop; shape: Shape; className?: string }

/** A part of a picture, in its shape; all are equally high. */
export function CutPreview({ src, crop, shape, className = 'h-20' }: Props) {
  return (
    <span
      className={`relative block w-fit overflow-hidden rounded-control bg-sunk ${className}`}
      style={{ aspectRatio: String(shapes[shape]) }}
    >
      {/* biome-ignore lint/performance/noImgElement: it is shown in part */}
      <img
        src={src}
        alt=""
        draggable={false}
        className="absolute max-w-none"
        style={{
          width: percent(1 / crop.width),
          height: percent(1 / crop.height),
          left: percent(-crop.x / crop.width),
          top: percent(-crop.y / crop.height),
        }}
      />
    </span>
  )
}
