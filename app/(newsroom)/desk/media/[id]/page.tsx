import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Frame } from '#app/(newsroom)/frame'
import { Part } from '#app/(newsroom)/panel'
import { needActor } from '#lib/auth/session'
import { kindWords } from '#lib/media/kinds'
import { listAlike } from '#lib/media/queries/alike'
import { findMedia, type MediaOnScreen } from '#lib/media/queries/find'
import { listUses } from '#lib/media/queries/uses'
import { findSettings } from '#lib/settings/queries'
import { hourIn, whenIn } from '#lib/settings/time'

import { lengthOf, weightOf } from '../length'
import { Marks } from '../marks'
import { Acts } from './acts'
import { AlikeList } from './alike-list'
import { BackLink } from './back-link'
import { Cutting } from './cutting'
import { Film } from './film'
import { Replace } from './replace'
import { SaidForm } from './said-form'
import { saidOf } from './said-of'
import { takenWords, typeWords } from './told'
import { UsesList } from './uses-list'

type Props = { params: Promise<{ id: string }> }

async function read(params: Props['params']) {
  const actor = await needActor()
  const { id } = await params
  const found = await findMedia(actor, id.slice(0, 40))
  if (!found) notFound()
  return { actor, media: found }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { media } = await read(params)
  return { title: media.name }
}

export default async function MediaPage({ params }: Props) {
  const { actor, media } = await read(params)
  const [uses, alike, { timezone }] = await Promise.all([
    listUses(actor, media.id),
    listAlike(actor, media.id),
    findSettings(),
  ])
  const now = new Date()
  const { id, version, mayEdit, live } = media
  return (
    <Frame at="media" title={media.name} note={kindWords[media.kind]} acts={<BackLink />}>
      <div className="flex min-h-0 flex-1 max-wide:flex-col">
        <div className="min-w-0 flex-1 wide:overflow-y-auto">
          {media.kind === 'picture' ? (
            <Cutting
              key={`${id} ${media.hash}`}
              media={{
                ...{ id, version, hash: media.hash, alt: media.alt },
                ...{ focus: media.focus, guessed: media.guessed, crops: media.crops },
              }}
              size={{ width: media.width ?? 1, height: media.height ?? 1 }}
              edits={mayEdit}
              live={live}
            />
          ) : (
            <Film
              key={id}
              media={{
                id,
                version,
                hash: media.hash,
                kind: media.kind,
                name: media.name,
                poster: media.poster,
                captionsLanguage: media.captionsLanguage,
              }}
              edits={mayEdit}
            />
          )}
        </div>
        <aside
          aria-labelledby="about"
          className="border-line bg-canvas wide:w-[400px] wide:flex-none wide:overflow-y-auto wide:scroll-pb-16 wide:border-s max-wide:border-t"
        >
          <h2 id="about" className="sr-only">
            About it
          </h2>
          <p className="flex flex-wrap gap-x-3 gap-y-1 px-4 pt-3 empty:hidden">
            <Marks of={{ ...media, withheld: media.withheldAt !== null }} now={now} />
          </p>
          <Facts media={media} timezone={timezone} now={now} />
          <Part title="What is said of it">
            <SaidForm
              key={id}
              media={{ id, version, kind: media.kind, live, fromFile: media.fromFile }}
              said={saidOf(media, timezone)}
              edits={mayEdit}
              paper={{ timezone, now: now.getTime() }}
            />
          </Part>
          <Part title="Where it is used">
            <UsesList uses={uses} />
          </Part>
          {alike.length > 0 && (
            <Part title="You have this one">
              <AlikeList
                alike={alike.map(({ createdAt, ...one }) => ({ ...one, when: whenIn(createdAt, timezone, now) }))}
              />
            </Part>
          )}
          {mayEdit && (
            <Part title="File">
              <Replace key={id} media={{ id, version, kind: media.kind, live }} />
            </Part>
          )}
          {mayEdit && (
            <Acts
              media={{
                id,
                name: media.name,
                live,
                withheld: media.withheldAt && hourIn(media.withheldAt, timezone, now),
              }}
              uses={uses}
            />
          )}
        </aside>
      </div>
    </Frame>
  )
}

function Facts({ media, timezone, now }: { media: MediaOnScreen; timezone: string; now: Date }) {
  const facts: [string, string | null][] = [
    ['Size', media.width && media.height ? `${media.width} × ${media.height} px` : null],
    ['Length', media.seconds === null ? null : lengthOf(media.seconds)],
    ['File', `${typeWords(media.type)}, ${weightOf(media.bytes)}`],
    ['Taken', takenWords(media.takenAt) || null],
    ['Added', `${whenIn(media.createdAt, timezone, now)}${media.by ? ` by ${media.by}` : ''}`],
  ]
  return (
    <dl className="grid grid-cols-[88px_1fr] gap-y-1 border-b border-line px-4 py-3 [&_dt]:text-quiet">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
