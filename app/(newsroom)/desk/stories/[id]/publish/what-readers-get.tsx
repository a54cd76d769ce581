import type { StoryDocument } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'

import type { LiveProps, Paper } from '../props'
import { TextDiff } from '../revisions/text-diff'
import { Zone } from '../revisions/zone'
import { unchanged, type Waiting } from '../room/waiting'

/** Where the story will stand. */
export type PlaceProps = { section: string; path: string; picture: string; topics: string; byline: string }

type Props = { waiting: Waiting; place: PlaceProps; text: StoryDocument; live: LiveProps; paper: Paper; noted: boolean }

/** Of a live story: what changes, what does not, and where it is seen. */
export function Changes({ waiting, place, text, live, paper, noted }: Props) {
  return (
    <>
      <Zone value={paper.timezone}>
        <TextDiff was={live.text} is={text} view="inline" changesOnly />
      </Zone>
      <dl className="grid grid-cols-[96px_1fr] gap-x-3 gap-y-1 [&_dt]:text-quiet">
        {waiting.fields.length > 0 && (
          <>
            <dt>Changed</dt>
            <dd className="first-letter:uppercase">{waiting.fields.map(({ label }) => label).join(', ')}</dd>
          </>
        )}
        <dt>Not changed</dt>
        <dd className="first-letter:uppercase">{unchanged(waiting).join(', ') || 'nothing'}</dd>
        <dt>Seen at once</dt>
        <dd>
          Story page, home, {place.section}, {noted && 'corrections, '}search, feeds
        </dd>
      </dl>
    </>
  )
}

/** Of a story that readers do not have: how it begins, and where it will stand. */
export function First({ text, place }: { text: StoryDocument; place: PlaceProps }) {
  const first = text.body.content.map(blockText).find(Boolean)
  return (
    <>
      <div className="border-b border-line pb-3">
        <h3 className="font-head text-[24px]/7 font-semibold">{text.headline || 'No headline'}</h3>
        {text.standfirst && <p className="mt-1.5 font-text text-[16px]/6 text-muted">{text.standfirst}</p>}
        {first && <p className="mt-1.5 line-clamp-3 font-text text-[15px]/6">{first}</p>}
      </div>
      <dl className="grid grid-cols-[96px_1fr] gap-x-3 gap-y-1 [&_dt]:text-quiet">
        <dt>Address</dt>
        <dd>{place.path}</dd>
        <dt>Byline</dt>
        <dd>{place.byline || 'None'}</dd>
        <dt>Main picture</dt>
        <dd>{place.picture || 'None'}</dd>
        <dt>Topics</dt>
        <dd>{place.topics || 'None'}</dd>
        <dt>Seen at once</dt>
        <dd>Story page, home, {place.section}, search, feeds</dd>
      </dl>
    </>
  )
}
