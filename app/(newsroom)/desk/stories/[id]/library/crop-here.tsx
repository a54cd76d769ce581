'use client'

import { fileAddress } from '#app/(newsroom)/desk/media/address'
import { CropDialog } from '#app/(newsroom)/desk/media/crop/crop-dialog'
import { whole } from '#app/(newsroom)/desk/media/crop/moves'
import type { Shown } from '#lib/media/known'
import { cropText, parseCrop } from '#lib/story/document/crop-text'

type Props = {
  shown: Shown
  /** As text, '' for the whole. */
  crop: string
  onChoose: (crop: string) => void
  onClose: () => void
}

/** Which part of a picture is shown in one place of a story. */
export function CropHere({ shown, crop, onChoose, onClose }: Props) {
  return (
    <CropDialog
      title="Crop for this place"
      note="Elsewhere the picture stays as it is."
      src={fileAddress(shown.id, 'thumb-640', shown.hash)}
      size={{ width: shown.width ?? undefined, height: shown.height ?? undefined }}
      focus={shown.focus}
      initial={parseCrop(crop) ?? whole}
      onTake={(part) => onChoose(cropText(part) === cropText(whole) ? '' : cropText(part))}
      onClose={onClose}
    />
  )
}
