'use client'

import type { Problem } from '#lib/checks/publish'
import type { StoryDocument } from '#lib/story/document/nodes'
import { readMain } from '#lib/story/main-text'
import { late } from '#lib/ui/late'
import type { FieldsHandle } from './fields/use-fields'
import { useLibrary } from './library/library'
import type { Choices, Paper, StoryProps } from './props'
import type { Asked } from './publish/publish-panel'
import { publish } from './publish/use-publish'
import { SignInAgain } from './room/sign-in-again'
import type { Connected } from './room/use-room'
import type { Waiting } from './room/waiting'

const PublishDialog = late(() => import('./publish/publish-dialog').then((module) => module.PublishDialog), {
  over: true,
})
export const KeysDialog = late(() => import('./keys-dialog').then((module) => module.KeysDialog), { over: true })
const notes = () => import('./note-dialogs')
const SendBackDialog = late(() => notes().then((module) => module.SendBackDialog), { over: true })
const WithdrawDialog = late(() => notes().then((module) => module.WithdrawDialog), { over: true })
const SpikeDialog = late(() => notes().then((module) => module.SpikeDialog), { over: true })
const PutBackDialog = late(() => notes().then((module) => module.PutBackDialog), { over: true })
const TakeOverDialog = late(() => notes().then((module) => module.TakeOverDialog), { over: true })
const PlanDialog = late(() => import('./publish/plan-dialogs').then((module) => module.PlanDialog), { over: true })

type Props = {
  asked: Asked | undefined
  onClose: () => void
  signedOut: boolean
  onSignedIn: () => void
  onSignedOut: () => void
  story: StoryProps
  text: StoryDocument | null
  waiting: Waiting
  problems: Problem[]
  /** How many suggestions nobody has decided. */
  open: number
  paper: Paper
  fields: FieldsHandle
  slug: string
  section: Choices['sections'][number] | undefined
  room: Connected
  show: (problem: Problem) => void
}

/** The one dialog that is open, if any. */
export function Dialogs(props: Props) {
  const { asked, onClose, story, fields, slug, section, room, onSignedOut } = props
  const { known } = useLibrary()
  if (props.signedOut) return <SignInAgain room={props.room} onSignedIn={props.onSignedIn} />
  const note = {
    id: story.id,
    onClose,
    onState: (state: { signedOut?: true } | null) => state?.signedOut && onSignedOut(),
  }
  if (asked === 'send-back')
    return <SendBackDialog {...note} to={story.assignedTo?.name ?? fields.values.people[0]?.name ?? 'Its writer'} />
  if (asked === 'withdraw')
    return (
      <WithdrawDialog
        {...note}
        headline={props.text?.headline ?? story.headline}
        path={story.live?.path ?? ''}
        last={story.last}
      />
    )
  if (asked === 'take-over') return <TakeOverDialog {...note} holder={story.hold?.name} />
  if (asked === 'spike') return <SpikeDialog {...note} />
  if (asked === 'put-back')
    return <PutBackDialog {...note} seen={{ last: story.last, waits: story.plans.publish?.id ?? null }} />
  if (asked && asked !== 'publish') return <PlanDialog {...note} asked={asked} story={story} paper={props.paper} />
  if (!asked || !props.text) return null
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(', ')
  const place = {
    section: section?.name ?? 'its section',
    path: section ? `/${section.slug}/${slug}` : 'Needs a section',
    picture: known.get(readMain(fields.values.main)?.media ?? '')?.name ?? '',
    topics: names(fields.values.topics),
    byline: names(fields.values.people),
  }
  const look = async () => ({ version: await fields.settled(), snapshot: await room.snapshot() })
  return (
    <PublishDialog
      story={story}
      text={props.text}
      waiting={props.waiting}
      problems={props.problems}
      open={props.open}
      paper={props.paper}
      place={place}
      onClose={onClose}
      onSignedOut={onSignedOut}
      onShow={props.show}
      onPublish={(wanted) => publish({ id: story.id, look, onSignedOut }, wanted)}
    />
  )
}
