'use client'

import { useMemo } from 'react'

import type { StoryDocument } from '#lib/story/document/nodes'
import { late } from '#lib/ui/late'

import type { FieldsHandle } from '../fields/use-fields'
import { useLibrary } from '../library/library'
import type { Choices, Me, Paper, StoryProps } from '../props'
import type { Connected } from '../room/use-room'
import type { History } from './use-history'
import { workingVersion } from './versions'

// Most who write never open them.
const CompareDialog = late(() => import('./compare-dialog').then((module) => module.CompareDialog), { over: true })
const RestoreDialog = late(() => import('./restore-dialog').then((module) => module.RestoreDialog), { over: true })

type Props = {
  history: History
  story: StoryProps
  text: StoryDocument | null
  fields: FieldsHandle
  /** As it will be: the one among the fields may be yet to follow the headline. */
  slug: string
  choices: Choices
  me: Me
  room: Connected
  edits: boolean
  paper: Paper
  onSignedOut: () => void
}

/** The one dialog of the history that is open, if any. */
export function HistoryDialogs({ history, text, fields, slug, choices, me, room, ...rest }: Props) {
  const { compare, restore } = history.doing
  const { values } = fields
  const { known } = useLibrary()
  const open = compare !== undefined || restore !== undefined
  const working = useMemo(
    () => (open && text ? workingVersion(text, { ...values, slug }, choices, known) : null),
    [open, text, values, slug, choices, known],
  )
  if (restore !== undefined)
    return (
      <RestoreDialog
        history={history}
        number={restore}
        working={working}
        fields={fields}
        others={room.names.filter((name) => name !== me.name)}
        sent={room.snapshot}
        {...rest}
      />
    )
  return compare && <CompareDialog history={history} compare={compare} working={working} {...rest} />
}
