import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Encoders } from '../store/encoders'
import type { CardWords } from '../store/social-job'
import { inFolder } from '../store/work'

export type Cards = {
  /** A card as JPEG. @throws Refusal `busy` when too much is to be made */
  get(words: CardWords): Promise<Buffer>
}

type Parts = { encoders: Pick<Encoders, 'encode'> /** A folder for what is under way. */; work: string; most?: number }

/**
 * Draws stories' cards, each once however many ask. They are kept in memory alone, the newest: what is withdrawn lies
 * nowhere, and one takes a twentieth of a second.
 * @param most cards that are kept, of about 50 kB each
 */
export function makeCards({ encoders, work, most = 100 }: Parts): Cards {
  const kept = new Map<string, Promise<Buffer>>()

  const draw = (words: CardWords): Promise<Buffer> =>
    inFolder(work, 'card', async (folder) => {
      const to = join(folder, 'card.jpeg')
      await encoders.encode({ words, to }, 'reader')
      return readFile(to)
    })

  return {
    get(words) {
      const key = JSON.stringify(words)
      const card = kept.get(key) ?? draw(words)
      // The one that was asked for last is forgotten last.
      kept.delete(key)
      kept.set(key, card)
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest)
      card.catch(() => kept.delete(key))
      return card
    },
  }
}
