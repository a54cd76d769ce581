import type { Metadata } from 'next'
import Link from 'next/link'

import { Frame } from '#app/(newsroom)/frame'
import { needActor } from '#lib/auth/session'
import { countMedia, listMedia, listUploaders } from '#lib/media/queries/list'
import { findSettings } from '#lib/settings/queries'
import { buttonClass } from '#lib/ui/button'
import { Find } from '#lib/ui/find'

import { mediaAddress } from './address'
import { Asked, filterOf } from './asked'
import { BulkBar } from './bulk/bulk-bar'
import { Card } from './card'
import { Chips, many } from './chips'
import { KeyLine } from './key-line'
import { MediaKeys } from './media-keys'
import { Narrow } from './narrow'
import { Nothing } from './nothing'
import { AddFiles } from './upload/add-files'

export const metadata: Metadata = { title: 'Library' }

const size = 60

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LibraryPage({ searchParams }: Props) {
  const actor = await needActor()
  const { after, ...here } = Asked.parse(await searchParams)
  const { timezone } = await findSettings()
  const filter = filterOf(here, timezone)
  const now = new Date()
  const own = actor.role === 'contributor'
  const [page, count, people] = await Promise.all([
    listMedia(actor, filter, { size, after }, now),
    countMedia(actor, filter, now, 1001),
    own ? [] : listUploaders(),
  ])
  const find = { action: '/desk/media', label: 'Find in the library', value: here.q ?? '' }
  const keep = { ...here, q: undefined }
  return (
    <Frame
      at="media"
      title="Library"
      note={Object.values(here).some(Boolean) ? `${many(count)} here` : `${many(count)} in all`}
      acts={
        <>
          <Find {...find} keep={keep} id="find" className="w-56 max-phone:hidden" />
          <AddFiles />
        </>
      }
      foot={<KeyLine />}
    >
      <div className="flex flex-none flex-wrap gap-2 border-b border-line px-4 py-2 max-phone:flex-nowrap max-phone:overflow-x-auto">
        <Chips here={here} count={count} />
        <Narrow here={here} people={people} />
      </div>
      <Find {...find} keep={keep} className="px-4 pt-3 pb-1 phone:hidden" />
      <MediaKeys address={mediaAddress(here, after)} />
      <BulkBar shown={page.rows.map(({ id }) => id)} paper={{ timezone, now: now.getTime() }} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {page.rows.length ? (
          <ul
            aria-label="Library"
            className="grid grid-cols-[repeat(auto-fill,minmax(188px,1fr))] gap-1 p-2 max-phone:grid-cols-2"
          >
            {page.rows.map((item) => (
              <Card key={item.id} item={item} now={now} />
            ))}
          </ul>
        ) : (
          <Nothing here={here} beyond={after !== undefined} own={own} />
        )}
        {(after || page.next) && page.rows.length > 0 && (
          <nav aria-label="Pages" className="flex justify-center gap-2 px-4 py-4">
            {after && (
              <Link href={mediaAddress(here)} className={buttonClass()}>
                Back to the newest
              </Link>
            )}
            {page.next && (
              <Link href={mediaAddress(here, page.next)} className={buttonClass()}>
                Older
              </Link>
            )}
          </nav>
        )}
      </div>
    </Frame>
  )
}
