import type { Messages } from '#lib/messages/find'

import type { Shown } from '../queries/media'
import { captionOf, creditOf } from '../shown'

type Props = { shown: Shown; t: Messages /** How long it lasts. */; length?: string }

/** What a picture shows and whose it is; nothing where nothing is said. */
export function Caption({ shown, t, length }: Props) {
  const [caption, credit] = [captionOf(shown), creditOf(shown)]
  const about = [credit && t.credits[shown.item.kind](credit), length].filter(Boolean).join(', ')
  if (!caption && !about) return null
  return (
    <figcaption>
      {caption}
      {caption && about && ' '}
      {about && <span>{about}</span>}
    </figcaption>
  )
}
