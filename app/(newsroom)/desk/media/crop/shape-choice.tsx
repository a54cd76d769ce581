'use client'

import { type Crop, type Shape, shapes } from '#lib/media/store/crop'

import { CutPreview } from './cut-preview'

type Props = {
  src: string
  /** The part that a shape would show. */
  cut: (shape: Shape) => Crop
  chosen: Shape | undefined
  onChoose: (shape: Shape | undefined) => void
}

/** Each shape as the picture looks in it; the one that is chosen holds while the part is moved and sized. */
export function ShapeChoice({ src, cut, chosen, onChoose }: Props) {
  return (
    <fieldset className="mt-3">
      <legend className="sr-only">Shape</legend>
      <div className="flex gap-2 overflow-x-auto p-1">
        {[undefined, ...(Object.keys(shapes) as Shape[])].map((shape) => (
          <label
            key={shape ?? 'free'}
            className="grid flex-none cursor-pointer content-end justify-items-center gap-1 rounded-control p-1.5 hover:bg-sunk has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="shape"
              className="sr-only"
              checked={chosen === shape}
              onChange={() => onChoose(shape)}
            />
            {shape && <CutPreview src={src} shape={shape} crop={cut(shape)} className="h-12" />}
            <span className="text-label font-medium">{shape ?? 'Free'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
