import type { Messages } from '#lib/messages/find'

import { creditLine } from '../credit'
import type { Shown } from '../queries/media'
import { captionOf } from '../shown'

type Props = { shown: Shown; t: Messages /** How long it lasts. */; length?: string }

/** What a picture shows and whose it is; nothing where nothing is said. */
export function Caption({ shown, t, length }: Props) {
  const caption = captionOf(shown)
  const about = [creditLine(shown, t), length].filter(Boolean).join(', ')
  if (!caption && !about) return null
  return (
    <figcaption>
      {caption}
      {caption && about && ' '}
      {about && <span>{about}</span>}
    </figcaption>
  )
}
