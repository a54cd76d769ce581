'use client'

import { type ReactNode, useState } from 'react'

import { type Chosen, WhenField } from '#app/(newsroom)/when-field'
import { isMust, type Problem } from '#lib/checks/publish'
import type { StoryDocument } from '#lib/story/document/nodes'
import { isNoted } from '#lib/story/live-versions'
import { Button, buttonClass } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Kbd } from '#lib/ui/kbd'
import { Notice } from '#lib/ui/notice'
import { useShortcuts } from '#lib/ui/shortcuts'

import type { Paper, StoryProps } from '../props'
import type { Waiting } from '../room/waiting'
import { hour, when } from '../when'
import { ChangeKind, NotePreview, type Telling, untold, verbOf } from './change-kind'
import { ChecksList } from './checks-list'
import { EchoList } from './echo-list'
import { readTimeAction } from './plan-actions'
import { Refused } from './refused'
import { type Agreed, type Outcome, seenAfter, type Wanted } from './use-publish'
import { Changes, First, type PlaceProps } from './what-readers-get'

type Props = {
  story: StoryProps
  text: StoryDocument
  waiting: Waiting
  problems: Problem[]
  /** How many suggestions nobody has decided. */
  open: number
  paper: Paper
  place: PlaceProps
  /** Publishes what is on the screen, or exactly the state that a conflict has shown; or schedules it. */
  onPublish: (wanted: Wanted) => Promise<Outcome>
  onShow: (problem: Problem) => void
  onClose: () => void
  onSignedOut: () => void
}

/** What readers will get, what stands in the way, and the act with its hour. */
export function PublishDialog(props: Props) {
  const { story, waiting, problems, paper, onClose } = props
  const [outcome, setOutcome] = useState<Outcome>()
  const [busy, setBusy] = useState(false)
  const [telling, setTelling] = useState<Telling>(story.report ? { ...untold, change: 'correction' } : untold)
  const [agreed, setAgreed] = useState<Agreed>({})
  const { publish: scheduled, embargo } = story.plans
  const [later, setLater] = useState(scheduled !== null)
  // As it was when one began: the page follows what colleagues do meanwhile, and of that one is told first.
  const [seen, setSeen] = useState({ last: story.last, waits: scheduled?.id ?? null })
  const [due, setDue] = useState<Chosen>(scheduled?.at)
  const musts = problems.filter(isMust)
  const changes = textChanges(story, waiting)
  const tells = story.live !== null || story.withdrawn !== null
  const act = telling.change ? verbOf(telling.change) : story.live && !outcome?.done ? 'Update' : 'Publish'
  const unseen = outcome?.conflict?.code === 'unseen' ? outcome.conflict : undefined
  /** It stands at its field, until that is changed. */
  const wrong = outcome?.fields && ['change', 'note', 'at'].some((name) => outcome.fields?.[name])
  const mend = () => wrong && setOutcome(undefined)
  const overtaken = outcome?.conflict?.code === 'overtaken'
  const left = outcome?.conflict?.code === 'suggestions' ? outcome.conflict.open : undefined

  const publish = async () => {
    if (busy || musts.length > 0 || outcome?.done) return
    if (changes && !telling.change) return setOutcome({ at: Date.now(), fields: { change: 'Say what it is.' } })
    if (later && due === undefined) return setOutcome({ at: Date.now(), fields: { at: 'Type an hour, or pick one.' } })
    setBusy(true)
    // One answer after another may have to be agreed to.
    const now: Agreed = {
      ...agreed,
      ...(unseen && { snapshot: unseen.snapshot, version: unseen.version }),
      ...(left && { without: left.map(({ key }) => key) }),
    }
    setAgreed(now)
    const plan = later ? { at: due, instead: seen.waits ?? undefined } : {}
    const next = await props.onPublish({ agreed: now, telling, ...seen, ...plan })
    setOutcome(next)
    setSeen(seenAfter(seen, next.conflict))
    setBusy(false)
  }
  useShortcuts({ 'Mod+Enter': publish })
  const wordsOf = (verb: string) => {
    if (left) return `${verb} without ${left.length === 1 ? 'it' : 'them'}`
    if (unseen) return `${verb} as it is now`
    if (overtaken) return `${verb} all the same`
    if (!later) return `${verb} now, ${when(Date.now(), paper)}`
    return due === undefined ? `${verb}…` : `${verb} for ${hour(due, paper)}`
  }

  if (outcome?.done)
    return (
      <Done outcome={outcome} path={story.live?.path ?? props.place.path} paper={paper} onClose={onClose}>
        {outcome.corrected !== undefined && (
          <EchoList ticks story={story.id} seq={outcome.corrected} paper={paper} onSignedOut={props.onSignedOut} />
        )}
      </Done>
    )

  return (
    <Dialog
      wide
      refusal={outcome}
      onClose={onClose}
      title={story.live ? 'What readers will see change' : 'What readers will see'}
      note={noteOf(story, waiting)}
      foot={
        <>
          <span className="me-auto text-muted">
            {musts.length > 0
              ? `${act} waits for ${musts.length === 1 ? 'one thing' : `${musts.length} things`} to be mended.`
              : advice(problems, props.open)}
          </span>
          <Button onClick={onClose}>
            Cancel <Kbd>Esc</Kbd>
          </Button>
          <Button onClick={() => setLater(!later)}>{later ? `${act} now instead…` : 'At a time…'}</Button>
          <Button tone="primary" onClick={publish} disabled={musts.length > 0} aria-disabled={busy} data-first>
            {busy ? 'On its way…' : wordsOf(later ? 'Schedule' : act)} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <div className={`grid gap-x-6 gap-y-4 ${tells ? 'phone:grid-cols-[minmax(0,1fr)_270px]' : ''}`}>
        <div className="grid content-start gap-3">
          {later && (
            <WhenField
              first
              read={readTimeAction}
              label="When readers get it"
              paper={paper}
              onChoose={(at) => {
                setDue(at)
                mend()
              }}
              error={outcome?.fields?.at}
              initial={scheduled ?? undefined}
            />
          )}
          {scheduled && !later && (
            <p className="text-changes">
              It is scheduled for {hour(scheduled.at, paper)} by {scheduled.by}. To publish it now takes that off.
            </p>
          )}
          {embargo && !outcome?.message && (
            <p className="text-review">
              Under embargo {embargo.until ? `until ${hour(embargo.until.at, paper)}` : 'until it is lifted'}, set by{' '}
              {embargo.by}: {embargo.why}
            </p>
          )}
          {outcome?.message && !wrong && (
            <Refused outcome={outcome} unseen={unseen} live={story.live !== null} text={props.text} />
          )}
          {problems.length > 0 && (
            <ChecksList
              problems={problems}
              onShow={(problem) => {
                onClose()
                props.onShow(problem)
              }}
            />
          )}
          {story.live ? (
            <Changes {...props} live={story.live} noted={isNoted(telling.change)} />
          ) : (
            <First text={props.text} place={props.place} />
          )}
          <NotePreview value={telling} paper={paper} />
        </div>
        {tells && (
          <ChangeKind
            value={telling}
            onChange={(next) => {
              setTelling(next)
              mend()
            }}
            changes={changes}
            updatedAt={story.live?.updatedAt ?? 0}
            paper={paper}
            errors={outcome?.fields ?? {}}
          />
        )}
      </div>
    </Dialog>
  )
}

function Done({
  outcome,
  path,
  paper,
  onClose,
  children,
}: {
  outcome: Outcome
  path: string
  paper: Paper
  onClose: () => void
  children?: ReactNode
}) {
  const titles = { publish: 'Published', update: 'Updated', schedule: 'Scheduled' }
  return (
    <Dialog
      key="done"
      title={outcome.done ? titles[outcome.done] : ''}
      onClose={onClose}
      foot={
        <Button tone="primary" data-first onClick={onClose}>
          Close
        </Button>
      }
    >
      {outcome.done === 'schedule' ? (
        <Notice tone="good" title={`Scheduled for ${hour(outcome.at, paper)}`}>
          Later edits will not slip in.
        </Notice>
      ) : (
        <Notice tone="good" title={`Live at ${path}, ${when(outcome.at, paper)}`}>
          <a href={path} target="_blank" rel="noreferrer" className={`${buttonClass('plain', true)} mt-2`}>
            Open live page
          </a>
        </Notice>
      )}
      {children && <div className="mt-3">{children}</div>}
    </Dialog>
  )
}

/** Whether readers will read another text than they do. */
const textChanges = ({ live }: StoryProps, { text, fields }: Waiting) =>
  live !== null && (text.length > 0 || fields.some(({ name }) => name === 'dateline'))

const noteOf = ({ live, withdrawn }: StoryProps, { count }: Waiting) =>
  live
    ? `Readers see revision ${live.revision}. ${count === 0 ? 'Nothing waits.' : count === 1 ? 'One change waits.' : `${count} changes wait.`}`
    : withdrawn
      ? 'Readers are told that it was taken down. Its address will show the story again.'
      : 'Readers do not have this story yet.'

const advice = (problems: Problem[], open: number) => {
  const undecided = open === 0 ? '' : ` ${open === 1 ? 'One suggestion is' : `${open} suggestions are`} undecided.`
  if (problems.length === 0) return undecided ? `The checks are fine.${undecided}` : 'All checks are fine.'
  return `Nothing must be mended; ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} advised.${undecided}`
}
