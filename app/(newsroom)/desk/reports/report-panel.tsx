import Link from 'next/link'

import { Panel, Part } from '#app/(newsroom)/panel'
import type { Report } from '#lib/report/queries'
import { whenIn } from '#lib/settings/time'

import { type Here, reportsAddress } from './address'
import { ReportActs } from './report-acts'

type Props = { report: Report; here: Here; me: string; next: string; timezone: string; now: Date }

/** One report: what the reader wrote, as text and nothing else, and what is done with it. */
export function ReportPanel({ report, here, me, next, timezone, now }: Props) {
  const { id, storyId, headline, section, path, passage, text, email, at, taken, state } = report
  return (
    <Panel title="A reader’s report" back={reportsAddress({ ...here, id: undefined })} all="All reports">
      <dl className="grid grid-cols-[88px_1fr] gap-y-1 border-b border-line px-4 pb-4 [&_dt]:text-quiet">
        <dt>Story</dt>
        <dd>
          <Link href={`/desk/stories/${storyId}`} prefetch={false} className="text-accent hover:underline">
            {headline}
          </Link>
        </dd>
        <dt>Section</dt>
        <dd>{section ?? 'None'}</dd>
        <dt>Readers</dt>
        <dd className="truncate">
          {path ? (
            <a href={path} target="_blank" rel="noreferrer" className="text-accent hover:underline">
              {path}
            </a>
          ) : (
            'They do not have it any more'
          )}
        </dd>
        <dt>Came</dt>
        <dd>{whenIn(at, timezone, now)}</dd>
        <dt>Taken by</dt>
        <dd>{taken?.name ?? 'Nobody yet'}</dd>
        {email && (
          <>
            <dt>Reader</dt>
            <dd className="truncate">
              <a href={`mailto:${encodeURIComponent(email)}`} className="text-accent hover:underline">
                {email}
              </a>
            </dd>
          </>
        )}
      </dl>
      <Part title="What the reader wrote">
        <p className="wrap-anywhere whitespace-pre-line">{text}</p>
      </Part>
      {passage && (
        <Part title="About these words">
          <blockquote className="wrap-anywhere border-s-3 border-line-strong ps-3 font-text">{passage}</blockquote>
        </Part>
      )}
      <Part>
        <ReportActs
          key={id}
          report={{ id, storyId, open: state === 'open', taken: taken?.id ?? '' }}
          mine={taken?.id === me}
          next={next}
        />
      </Part>
    </Panel>
  )
}
