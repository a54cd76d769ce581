import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { languageTag } from '#lib/settings/content'

import { takeCaptions } from '../captions/take'
import { faultsOf } from '../known'
import { findKnown } from '../queries/known'
import { loadForEdit, loadMedia } from '../queries/load'
import { loadSeen, putMedia } from './put'
import { settleMedia } from './show'

/**
 * What stands for a film until it plays: a picture of the library that may be shown, or nothing. Where readers have the
 * film, they have its poster with it.
 * @param seen the version on screen
 * @returns the next version
 * @throws Refusal `not-found`, `forbidden`, `conflict`, `rule` for what cannot be one
 */
export function setPoster(
  actor: Actor,
  id: string,
  seen: number,
  poster: string | null,
  now = new Date(),
): Promise<number> {
  return db.write(async (tx) => {
    const film = await loadSeen(tx, actor, id, seen)
    if (film.kind !== 'video') throw new Refusal('rule', 'Only a film has a poster.')
    if (poster !== null && poster !== film.poster) {
      const picture = await loadMedia(tx, actor, poster)
      if (picture.kind !== 'picture') throw new Refusal('rule', 'A poster is a picture.')
      // A poster is not described: what the film is called stands beside it.
      const known = (await findKnown(tx, '', [poster])).get(poster)
      const must = faultsOf('This picture', known, now, film.name).find(({ level }) => level === 'must')
      if (must) throw new Refusal('rule', must.message)
    }
    const version = await putMedia(tx, actor, id, { poster, version: seen + 1 }, ['poster'], now)
    await settleMedia(
      tx,
      [film.poster, poster].filter((one) => one !== null),
      actor.id,
      now,
    )
    return version
  })
}

/**
 * Captions of a film or sound, kept as WebVTT.
 * @param text of a WebVTT or SubRip file; '' for none
 * @param language a BCP 47 tag
 * @param program built beside the server, which reads them: lib/media/captions/child.ts
 * @throws Refusal `invalid` with what is wrong in which line, or with the language
 */
export async function setCaptions(
  actor: Actor,
  id: string,
  seen: number,
  text: string,
  language: string,
  program: string,
  now = new Date(),
): Promise<number> {
  ensureSpeaks(await loadForEdit(db, actor, id))
  const captions = text && (await takeCaptions(text, program))
  const captionsLanguage = captions && languageTag(language)
  return db.write(async (tx) => {
    ensureSpeaks(await loadSeen(tx, actor, id, seen))
    if (captionsLanguage === undefined)
      throw new Refusal('invalid', 'Some fields need another look.', {
        language: 'Not a language. Give a tag like en-GB.',
      })
    return putMedia(tx, actor, id, { captions, captionsLanguage, version: seen + 1 }, ['captions'], now)
  })
}

function ensureSpeaks({ kind }: { kind: string }): void {
  if (kind === 'picture') throw new Refusal('rule', 'A picture has no captions.')
}
