'use client'

import { useDeferredValue, useEffect, useMemo } from 'react'

import type { StoryDocument } from '#lib/story/document/nodes'
import { Button } from '#lib/ui/button'

import type { Choices, PlansProps, ReadersFields } from '../props'
import { changesSince } from '../revisions/changes-since'
import type { History } from '../revisions/use-history'
import { workingVersion } from '../revisions/versions'

type Props = {
  plan: NonNullable<PlansProps['publish']>
  history: Pick<History, 'open' | 'read' | 'setDoing'>
  /** As it stands on this screen; null where it is not there, or is another text: then the server says whether it changed. */
  text: StoryDocument | null
  fields: ReadersFields
  /** As readers would get it. */
  slug: string
  choices: Choices
  /** Whether this person may schedule another text in its place. */
  may: boolean
  onPublish: () => void
}

/** What readers get at the hour, and what of it says something else here by now: told as it is typed. */
export function Pinned({ plan, history, text, fields, slug, choices, may, onPublish }: Props) {
  const { revision } = plan
  const { open, read, setDoing } = history
  useEffect(() => void open(revision), [open, revision])
  const was = read[revision]
  // Behind the keys: a long story takes some milliseconds to compare.
  const now = useDeferredValue(text)
  const changes = useMemo(
    () => (was && now ? changesSince(was, workingVersion(now, { ...fields, slug }, choices)) : undefined),
    [was, now, fields, slug, choices],
  )
  const changed = changes === undefined ? plan.changed : changes !== ''
  return (
    <>
      <p className="text-muted" aria-live="polite">
        {changed
          ? `The story has changed since. Readers get it as it was then, revision ${revision}.`
          : `Readers get revision ${revision}. Later edits will not slip in.`}
      </p>
      {changed && (
        <>
          {changes && <p className="text-changes">{changes}</p>}
          <div className="mt-1 flex flex-wrap gap-1.5">
            <Button small onClick={() => setDoing({ compare: { was: revision, is: 'now' } })}>
              Show what changed since…
            </Button>
            {may && (
              <Button small onClick={onPublish}>
                Schedule as it is now…
              </Button>
            )}
          </div>
        </>
      )}
    </>
  )
}
