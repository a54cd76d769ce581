import { Ban, CornerDownLeft, Hourglass, type LucideIcon, UserRound } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { StateMark, type StoryState } from '#app/(newsroom)/state-mark'
import { hourIn, whenIn } from '#lib/settings/time'
import type { StoryRow } from '#lib/story/queries/list'
import { Avatar } from '#lib/ui/avatar'
import { Icon } from '#lib/ui/icon'

import { Here } from './here'
import { RowMenu } from './row-menu'

// Focus in a menu is focus in the top layer, outside of the row.
const current =
  'focus-within:bg-accent-wash focus-within:shadow-[inset_3px_0_var(--color-accent)] focus-within:hover:bg-accent-wash has-aria-expanded:bg-accent-wash has-aria-expanded:shadow-[inset_3px_0_var(--color-accent)] has-aria-expanded:hover:bg-accent-wash'

type Props = { story: StoryRow; here: string[]; timezone: string; now: Date }

/** A story in a list: one line of cells, two lines on a phone. The row with the focus is the current one. */
export function Row({ story, here, timezone, now }: Props) {
  const headline = story.headline || 'No headline yet'
  const edited = whenIn(story.editedAt, timezone, now)
  return (
    <tr
      data-story={story.id}
      data-next={story.may.next}
      className={`relative h-[34px] border-b border-line hover:bg-sunk ${current}`}
    >
      <td className="ps-4 max-phone:pt-3 max-phone:align-top">
        <StateMark state={stepOf(story)} shy />
      </td>
      <td className="pe-3 max-phone:py-2.5">
        <div className="flex items-center gap-3">
          <Link
            href={`/desk/stories/${story.id}`}
            className={`min-w-0 scroll-my-10 truncate outline-none after:absolute after:inset-0 max-phone:whitespace-normal ${story.headline ? 'font-medium' : 'text-quiet'}`}
          >
            {headline}
          </Link>
          <Flags story={story} say={(at) => hourIn(at, timezone, now)} />
          <Here story={story.id} made={here} />
        </div>
        <p className="flex flex-wrap gap-x-3 text-label text-muted phone:hidden">
          {(story.live !== 'unpublished' || story.scheduled) && <Readers story={story} timezone={timezone} now={now} />}
          <span>{story.section?.name ?? 'No section'}</span>
          <span>{edited}</span>
        </p>
      </td>
      <td className="truncate text-muted max-phone:hidden">{story.section?.name ?? 'No section'}</td>
      <td className="max-phone:hidden">
        <span className="flex items-center gap-1">
          {story.bylines.slice(0, 2).map(({ id, name }) => (
            <Avatar key={id} name={name} />
          ))}
          {story.bylines.length > 2 && (
            <span className="text-label text-quiet" title={story.bylines.map(({ name }) => name).join(', ')}>
              +{story.bylines.length - 2}
            </span>
          )}
        </span>
      </td>
      <td className="text-end text-muted max-phone:hidden">{story.words.toLocaleString('en-GB')}</td>
      <td className="ps-5 max-phone:hidden">
        <Readers story={story} timezone={timezone} now={now} />
      </td>
      <td className="text-end text-muted max-phone:hidden" title={story.editedBy ? `by ${story.editedBy}` : undefined}>
        {edited}
      </td>
      <td className="pe-3 text-end max-phone:pe-1">
        <span className="relative z-1">
          <RowMenu
            story={{
              id: story.id,
              headline,
              spiked: story.spikedAt !== null,
              assignedTo: story.assignedTo?.id ?? null,
              may: story.may,
            }}
          />
        </span>
      </td>
    </tr>
  )
}

/** What lists must say besides: never truncated, headlines are. */
function Flags({ story, say }: { story: StoryRow; say: (at: Date) => string }) {
  const { assignedTo, bylines, expires, embargo } = story
  return (
    <>
      {embargo && (
        <Flag
          glyph={Ban}
          colour="text-review"
          title={embargo.until ? `Under embargo until ${say(embargo.until)}` : 'Under embargo until it is lifted'}
        >
          Embargo
        </Flag>
      )}
      {expires && (
        <Flag glyph={Hourglass} colour="text-quiet" title={`Expires ${say(expires.at)}`}>
          Expires
        </Flag>
      )}
      {story.step === 'draft' && story.note && (
        <Flag glyph={CornerDownLeft} colour="text-review" title={story.note}>
          Sent back
        </Flag>
      )}
      {assignedTo && !bylines.some(({ id }) => id === assignedTo.id) && (
        <Flag glyph={UserRound} colour="text-quiet" title={`Assigned to ${assignedTo.name}`}>
          {assignedTo.name}
        </Flag>
      )}
    </>
  )
}

function Flag(props: { glyph: LucideIcon; colour: string; title: string; children: ReactNode }) {
  return (
    <span title={props.title} className={`flex flex-none items-center gap-1 text-label ${props.colour}`}>
      <Icon of={props.glyph} size={14} />
      {props.children}
    </span>
  )
}

function stepOf({ step, live, waiting, words, assignedTo }: StoryRow): StoryState {
  if (step === 'ready' && live === 'live' && !waiting) return 'as-live'
  return step === 'draft' && words === 0 && assignedTo ? 'assigned' : step
}

/** What readers have, or will at its hour. */
function Readers({ story, timezone, now }: Pick<Props, 'story' | 'timezone' | 'now'>) {
  const { scheduled, live, waiting } = story
  if (!scheduled) return <StateMark state={waiting ? 'changes' : live} />
  return (
    <StateMark state={scheduled.late ? 'late' : 'scheduled'}>
      {scheduled.late && 'Late: '}
      {hourIn(scheduled.at, timezone, now)}
    </StateMark>
  )
}
