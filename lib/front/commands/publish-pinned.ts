import type { PublishPinned } from '#lib/draft/commands/pinned'
import { fingerprint } from '#lib/publication/revisions'
import { type FrontContent, withoutEnded } from '#lib/site/front/content'

import { tidy } from '../moves'
import { loadAny } from '../queries/load'
import { ensureReady, giveFront } from './give'
import { keepFront } from './keep'

/** What is pinned in it only until now is left out. */
export const publishPinnedFront: PublishPinned = async (tx, frontId, pinned, { by, at }) => {
  await loadAny(tx, frontId)
  const said = pinned.content as FrontContent
  const content = tidy(withoutEnded(said, at))
  await ensureReady(tx, frontId, content, at)
  const whole = fingerprint(content) === fingerprint(said)
  const kept = whole ? { id: pinned.id, content } : await keepFront(tx, frontId, content, { by, at })
  return giveFront(tx, frontId, kept, { by, at })
}
