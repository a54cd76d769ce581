'use client'

import { useState } from 'react'

import { isMust, type Problem } from '#lib/checks/publish'
import type { SeenConflict } from '#lib/story/commands/seen'
import type { StoryDocument } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'
import { Button, buttonClass } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Kbd } from '#lib/ui/kbd'
import { Notice } from '#lib/ui/notice'
import { useShortcuts } from '#lib/ui/shortcuts'
import type { LiveProps, Paper, StoryProps } from '../props'
import { TextDiff } from '../revisions/text-diff'
import { Zone } from '../revisions/zone'
import { unchanged, type Waiting } from '../room/waiting'
import { when } from '../when'
import { ChecksList } from './checks-list'
import { OpenList } from './open-list'
import type { Agreed, Outcome } from './use-publish'

type Props = {
  story: StoryProps
  text: StoryDocument
  waiting: Waiting
  problems: Problem[]
  paper: Paper
  place: { section: string; path: string; topics: string; byline: string }
  /** Publishes what is on the screen, or exactly the state that a conflict has shown. */
  onPublish: (agreed: Agreed) => Promise<Outcome>
  onShow: (problem: Problem) => void
  onClose: () => void
}

/** What readers will get, what stands in the way, and the act with its hour. */
export function PublishDialog(props: Props) {
  const { story, waiting, problems, paper, onClose } = props
  const [outcome, setOutcome] = useState<Outcome>()
  const [busy, setBusy] = useState(false)
  const musts = problems.filter(isMust)
  const act = story.live && !outcome?.done ? 'Update' : 'Publish'
  const [agreed, setAgreed] = useState<Agreed>({})
  const unseen = outcome?.conflict?.code === 'unseen' ? outcome.conflict : undefined
  const left = outcome?.conflict?.code === 'suggestions' ? outcome.conflict.open : undefined

  const publish = async () => {
    if (busy || musts.length > 0 || outcome?.done) return
    setBusy(true)
    // One answer after another may have to be agreed to.
    const now: Agreed = {
      ...agreed,
      ...(unseen && { snapshot: unseen.snapshot, version: unseen.version }),
      ...(left && { without: left.map(({ key }) => key) }),
    }
    setAgreed(now)
    setOutcome(await props.onPublish(now))
    setBusy(false)
  }
  useShortcuts({ 'Mod+Enter': publish })

  if (outcome?.done)
    return (
      <Dialog
        key="done"
        title={outcome.done === 'update' ? 'Updated' : 'Published'}
        onClose={onClose}
        foot={
          <Button tone="primary" data-first onClick={onClose}>
            Close
          </Button>
        }
      >
        <Notice tone="good" title={`Live at ${story.live?.path ?? props.place.path}, ${when(outcome.at, paper)}`}>
          <a
            href={story.live?.path ?? props.place.path}
            target="_blank"
            rel="noreferrer"
            className={`${buttonClass('plain', true)} mt-2`}
          >
            Open live page
          </a>
        </Notice>
      </Dialog>
    )

  return (
    <Dialog
      wide
      onClose={onClose}
      title={story.live ? 'What readers will see change' : 'What readers will see'}
      note={noteOf(story, waiting)}
      foot={
        <>
          <span className="me-auto text-muted">
            {musts.length > 0
              ? `${act} waits for ${musts.length === 1 ? 'one thing' : `${musts.length} things`} to be mended.`
              : advice(problems)}
          </span>
          <Button onClick={onClose}>
            Cancel <Kbd>Esc</Kbd>
          </Button>
          <Button tone="primary" onClick={publish} disabled={musts.length > 0} aria-disabled={busy} data-first>
            {left
              ? `${act} without ${left.length === 1 ? 'it' : 'them'}`
              : unseen
                ? `${act} as it is now`
                : busy
                  ? `${act === 'Update' ? 'Updating' : 'Publishing'}…`
                  : `${act} now, ${when(Date.now(), paper)}`}{' '}
            <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {outcome && !outcome.done && <Refused outcome={outcome} unseen={unseen} live={story.live !== null} />}
        {problems.length > 0 && (
          <ChecksList
            problems={problems}
            onShow={(problem) => {
              onClose()
              props.onShow(problem)
            }}
          />
        )}
        {story.live ? <Changes {...props} live={story.live} /> : <First {...props} />}
      </div>
    </Dialog>
  )
}

const noteOf = ({ live, withdrawn }: StoryProps, { count }: Waiting) =>
  live
    ? `Readers see revision ${live.revision}. ${count === 0 ? 'Nothing waits.' : count === 1 ? 'One change waits.' : `${count} changes wait.`}`
    : withdrawn
      ? 'Readers are told that it was taken down. Its address will show the story again.'
      : 'Readers do not have this story yet.'

const advice = (problems: Problem[]) =>
  problems.length === 0
    ? 'All checks are fine.'
    : `Nothing must be mended; ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} advised.`

function Refused({
  outcome,
  unseen,
  live,
}: {
  outcome: Outcome
  unseen?: Extract<SeenConflict, { code: 'unseen' }>
  live: boolean
}) {
  return (
    <Notice title={outcome.message ?? 'Not published.'}>
      <p>{live ? 'Readers still see what they saw.' : 'Readers have nothing yet.'}</p>
      {outcome.conflict?.code === 'suggestions' && <OpenList open={outcome.conflict.open} />}
      {unseen && (
        <ul className="mt-1.5 grid gap-1">
          {unseen.changes.map(({ block, text, by }, index) => (
            <li key={index}>
              <b className="text-text">{by ?? 'Somebody'}</b>{' '}
              {block === null ? (
                'took a passage out'
              ) : (
                <>
                  changed {block === 'headline' || block === 'standfirst' ? `the ${block}` : 'this'}:{' '}
                  <span className="font-text text-text">{text || 'now empty'}</span>
                </>
              )}
            </li>
          ))}
          {unseen.fields && <li>The section, the slug, the topics or another field changed.</li>}
        </ul>
      )}
    </Notice>
  )
}

function Changes({ waiting, place, text, live, paper }: Props & { live: LiveProps }) {
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
        <dd>Story page, home, {place.section}, search, feeds</dd>
      </dl>
    </>
  )
}

function First({ text, place }: Props) {
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
        <dt>Topics</dt>
        <dd>{place.topics || 'None'}</dd>
        <dt>Seen at once</dt>
        <dd>Story page, home, {place.section}, search, feeds</dd>
      </dl>
    </>
  )
}
