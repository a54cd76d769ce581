import { db } from '#lib/db/client'
import { newId } from '#lib/id'
import type { MediaFields } from '#lib/media/fields'
import { media } from '#lib/media/tables'
import { foldedOf } from '#lib/media/words'

import { when } from './newsroom'

/** A picture in the library that may be shown; its files are nowhere. @returns its id */
export async function aPicture(
  by: { id: string },
  change: Partial<typeof media.$inferInsert> & Partial<MediaFields> = {},
  now = when,
): Promise<string> {
  const said = { alt: 'A gate', caption: 'Gate four', credit: 'N. Orrell', source: '', notes: '', dateline: '' }
  const row = { name: 'gate.jpg', keywords: [], ...said, ...change }
  const id = newId()
  await db.write((tx) =>
    tx.insert(media).values({
      ...{ id, kind: 'picture', file: newId(), type: 'image/jpeg', bytes: 9, width: 2560, height: 1440 },
      ...{
        hash: newId()
          .padEnd(64, '0')
          .replaceAll(/[^0-9a-f]/g, 'a'),
        colour: '#336699',
        rights: 'owned',
      },
      ...{ fromFile: [], focus: { x: 0.5, y: 0.5 }, crops: {}, createdBy: by.id, createdAt: now },
      ...{ folded: foldedOf(row), ...row },
    }),
  )
  return id
}
