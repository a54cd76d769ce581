'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { useAct } from '#app/(newsroom)/use-act'
import { useUnsaved } from '#app/(newsroom)/use-unsaved'
import { type Crop, cropOf, type Point, ratioIn, type Shape, type Sides, shapes } from '#lib/media/store/crop'
import { Button } from '#lib/ui/button'
import { cutAction } from '../actions'
import { fileAddress } from '../address'
import { CropDialog } from '../crop/crop-dialog'
import { CutPreview } from '../crop/cut-preview'
import { FocalPoint } from './focal-point'
import { useShownVersion } from './use-shown-version'

type Crops = Partial<Record<Shape, Crop>>
type Props = {
  media: { id: string; version: number; hash: string; alt: string; focus: Point; guessed: boolean; crops: Crops }
  size: Sides
  edits: boolean
  live: boolean
}

/** What must be seen of a picture, and how it is cut to each shape: all of it at once, saved by one button. */
export function Cutting({ media: { id, version, hash, alt, guessed, ...began }, size, edits, live }: Props) {
  const router = useRouter()
  const [focus, setFocus] = useState(began.focus)
  const [crops, setCrops] = useState(began.crops)
  const [drawing, draw] = useState<Shape>()
  const shown = useShownVersion({ focus: began.focus, crops: began.crops }, version)
  const changed = JSON.stringify([focus, crops]) !== JSON.stringify([began.focus, began.crops])
  const leaving = useUnsaved(changed)
  const { error, busy, run } = useAct({
    onClose: () => {},
    onState: (state) => {
      if (state?.ok) shown.saved((state.detail as { version: number }).version)
      // Somebody else was quicker; where it is cut may still be what it was, and then the next click saves it.
      else router.refresh()
    },
  })
  const save = () =>
    run(() => cutAction(id, shown.version, { crops, ...(changedFocus(focus, began.focus) && { focus }) }))
  const putBack = () => {
    setFocus(began.focus)
    setCrops(began.crops)
  }
  const drop = (shape: Shape) => setCrops(({ [shape]: _, ...rest }) => rest)
  return (
    <section aria-label="How it is cut" className="grid gap-3 p-4">
      <FocalPoint
        src={fileAddress(id, 'master', hash)}
        alt={alt}
        size={size}
        focus={focus}
        onMove={edits ? setFocus : undefined}
      />
      <div className="flex min-h-[30px] flex-wrap items-center justify-center gap-2">
        {changed ? (
          <>
            <Button tone="primary" aria-disabled={busy} onClick={save}>
              {live ? 'Save the cut for readers' : 'Save the cut'}
            </Button>
            <Button onClick={putBack}>Put back</Button>
          </>
        ) : (
          <p className="text-muted">
            {!edits
              ? 'Crops are built around what must be seen of it.'
              : guessed
                ? 'What must be seen was guessed. Drag the ring to it, or move it by the arrow keys.'
                : 'Drag the ring to what must be seen, or move it by the arrow keys.'}
          </p>
        )}
        {error && (
          <p role="alert" className="basis-full text-center text-withdrawn">
            {error}
          </p>
        )}
      </div>
      <ul aria-label="Shapes" className="flex flex-wrap gap-4 border-t border-line pt-4">
        {(Object.keys(shapes) as Shape[]).map((shape) => (
          <li key={shape} className="grid content-start gap-1">
            <CutPreview
              src={fileAddress(id, 'thumb-640', hash)}
              shape={shape}
              crop={crops[shape] ?? cropOf(size, shape, focus)}
            />
            <p className="flex flex-wrap items-baseline gap-x-2">
              <b>{shape}</b>
              {crops[shape] && <span className="text-label text-quiet">Own crop</span>}
            </p>
            {edits && (
              <p className="flex flex-wrap gap-1">
                <Button small aria-label={`Draw a crop of ${shape}`} onClick={() => draw(shape)}>
                  Draw…
                </Button>
                {crops[shape] && (
                  <Button
                    small
                    tone="ghost"
                    aria-label={`Follow the focal point in ${shape}`}
                    onClick={() => drop(shape)}
                  >
                    Follow the point
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {drawing && (
        <CropDialog
          title={`Draw the crop of ${drawing}`}
          src={fileAddress(id, 'master', hash)}
          size={size}
          ratio={ratioIn(size, drawing)}
          initial={crops[drawing] ?? cropOf(size, drawing, focus)}
          onTake={(crop) => setCrops((all) => ({ ...all, [drawing]: crop }))}
          onClose={() => draw(undefined)}
        />
      )}
      {leaving}
    </section>
  )
}

const changedFocus = (one: Point, other: Point) => one.x !== other.x || one.y !== other.y
