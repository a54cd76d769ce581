import { Refusal } from '#lib/errors'

import { headOf } from './boxes'
import type { Bytes } from './bytes'
import { itemsOf } from './heif-items'
import { damaged, ensureFew, ensureSize, mostAvif, type Structure, tooLarge } from './limits'

/** Bytes of what describes the items of a file; ordinary ones have some hundred. */
const mostDescription = 1_000_000
const mostTiles = 512

const isHeic = (brand: string) => /^(hei[cxms]|hev[cxms])$/.test(brand)
const isAvif = (brand: string) => brand === 'avif' || brand === 'avis'

/**
 * The items of an AVIF file. One picture may be made of many tiles, and all of them may be one large picture, so what
 * is counted is what a decoder has to decode.
 * @throws Refusal for other files of this family, as phones make them, by their brand
 */
export async function readHeif(bytes: Bytes): Promise<Structure> {
  const first = await headOf(bytes, 0)
  if (!first) throw damaged()
  const brands = (await bytes.read(8, Math.min(first.length - 8, 256))).toString('latin1').match(/.{4}/gs) ?? []
  ensureAvif(brands)
  const description = await findDescription(bytes)
  const { primary, pixelsOf, ids } = itemsOf(description)
  if (!primary) throw damaged()
  ensureSize(primary.width, primary.height, mostAvif, 'An AVIF picture')
  const mostDecoded = 2 * primary.width * primary.height + 1_000_000
  for (const id of ids) {
    const { pixels, tiles } = pixelsOf(id)
    ensureFew(tiles, mostTiles, 'tiles')
    if (pixels > mostDecoded)
      throw tooLarge('The tiles of this AVIF picture are larger than the picture. Save it anew.')
  }
  return { type: 'avif', ...primary }
}

function ensureAvif([major = '', , ...others]: string[]): void {
  if (isAvif(major) || (!isHeic(major) && others.some(isAvif))) return
  if (isHeic(major) || others.some(isHeic) || /^(mif1|msf1)$/.test(major))
    throw new Refusal(
      'invalid',
      'This is a HEIC picture, which browsers do not show. On an iPhone: Settings → Camera → Formats → Most Compatible; or export it as JPEG.',
    )
  throw new Refusal('invalid', 'This is a film or a sound, not one of JPEG, PNG, WebP, GIF, AVIF.')
}

async function findDescription(bytes: Bytes): Promise<Buffer> {
  let parts = 0
  for (let at = 0; at < bytes.size; ) {
    const box = await headOf(bytes, at)
    if (!box) break
    ensureFew(++parts, 100, 'parts')
    if (box.name === 'meta') {
      if (box.length > mostDescription) throw tooLarge('This AVIF file describes its picture at too great length.')
      // Four bytes of version and flags.
      return (await bytes.read(at + box.head, box.length - box.head)).subarray(4)
    }
    at += box.length
  }
  throw damaged()
}
