import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { aPicture } from '#lib/testing/media'

/** Rows in a transaction. */
const BATCH = 500

/** From the oldest on, a minute between two. */
const first = Date.UTC(2026, 0, 1)

const places = ['Harl', 'Orms Bay', 'Thornsea', 'Staithe Street', 'Wendmouth', 'Gull Rock', 'Lock four', 'the quarry']
const things = [
  'gate',
  'ferry',
  'tram',
  'market',
  'barley',
  'hospital',
  'floodlights',
  'weir',
  'choir',
  'bridge',
  'reeds',
]

/** Pictures without files, described in words that repeat as a paper's do; every thousandth is one of a comet. */
export async function shelve(by: Actor, count: number): Promise<string> {
  for (let from = 0; from < count; from += BATCH)
    await db.write(async () => {
      for (let i = from; i < Math.min(count, from + BATCH); i += 1) {
        const [place, thing] = [places[i % places.length]!, things[(i * 7) % things.length]!]
        await aPicture(
          by,
          {
            name: `IMG_${i}.jpg`,
            alt: i % 9 ? `A ${thing} at ${place} under low clouds, seen from the water` : '',
            caption: `${i % 1000 ? `The ${thing}` : 'A comet'} at ${place}, day ${i % 365} of the year`,
            credit: i % 5 ? 'Imre Caddow' : 'N. Orrell',
            keywords: [thing, place],
            rights: i % 4 ? 'owned' : 'unclear',
            expiresAt: i % 50 ? null : new Date(first + i * 60_000),
          },
          new Date(first + i * 60_000),
        )
      }
    })
  return String(first + Math.floor(count / 2) * 60_000)
}
