'use client'

import type { Problem } from '#lib/checks/publish'
import type { StoryDocument } from '#lib/story/document/nodes'
import type { FieldsHandle } from './fields/use-fields'
import { SendBackDialog, SpikeDialog, WithdrawDialog } from './note-dialogs'
import type { Choices, Paper, StoryProps } from './props'
import { PublishDialog } from './publish/publish-dialog'
import type { Asked } from './publish/publish-panel'
import { publish } from './publish/use-publish'
import { SignInAgain } from './room/sign-in-again'
import { TakeOverDialog } from './room/take-over'
import type { Connected } from './room/use-room'
import type { Waiting } from './room/waiting'

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
  if (props.signedOut) return <SignInAgain room={props.room} onSignedIn={props.onSignedIn} />
  const note = {
    id: story.id,
    onClose,
    onState: (state: { signedOut?: true } | null) => state?.signedOut && onSignedOut(),
  }
  if (asked === 'send-back')
    return <SendBackDialog {...note} to={story.assignedTo?.name ?? fields.values.people[0]?.name ?? 'Its writer'} />
  if (asked === 'withdraw')
    return <WithdrawDialog {...note} headline={props.text?.headline ?? story.headline} path={story.live?.path ?? ''} />
  if (asked === 'take-over') return <TakeOverDialog {...note} holder={story.hold?.name} />
  if (asked === 'spike') return <SpikeDialog {...note} />
  if (asked !== 'publish' || !props.text) return null
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(', ')
  const place = {
    section: section?.name ?? 'its section',
    path: section ? `/${section.slug}/${slug}` : 'Needs a section',
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
      paper={props.paper}
      place={place}
      onClose={onClose}
      onShow={props.show}
      onPublish={(agreed) => publish({ id: story.id, look, onSignedOut }, agreed)}
    />
  )
}
