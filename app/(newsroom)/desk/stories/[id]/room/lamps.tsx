import { StateMark } from '#app/(newsroom)/state-mark'
import { whenIn } from '#lib/settings/time'
import type { Paper, StoryProps } from '../props'
import { hour } from '../when'

/** The step of the working copy, and what readers see: always two, in that order. */
export function Lamps({ story, waiting, paper }: { story: StoryProps; waiting: number; paper: Paper }) {
  return (
    <span className="inline-flex h-[30px] items-center gap-2 rounded-control border border-line px-2.5 max-phone:hidden">
      <StateMark state={story.step} />
      <span className="h-3.5 w-px bg-line-strong" />
      <ReadersSee story={story} waiting={waiting} paper={paper} />
    </span>
  )
}

export const changesWait = (count: number) => (count === 1 ? '1 change waits' : `${count} changes wait`)

export function ReadersSee({ story, waiting, paper }: { story: StoryProps; waiting: number; paper: Paper }) {
  if (story.spiked) return <StateMark state="withdrawn">Spiked</StateMark>
  const { publish } = story.plans
  if (publish) {
    const update = story.live ? 'Live, update' : ''
    const told = publish.late ? `late since ${hour(publish.at, paper)}` : `scheduled for ${hour(publish.at, paper)}`
    return (
      <StateMark state={publish.late ? 'late' : 'scheduled'}>
        {update ? `${update} ${told}` : `${told[0]?.toUpperCase()}${told.slice(1)}`}
      </StateMark>
    )
  }
  if (!story.live) return <StateMark state={story.withdrawn ? 'withdrawn' : 'unpublished'} />
  const since = `Live since ${whenIn(new Date(story.live.publishedAt), paper.timezone, new Date(paper.now))}`
  if (waiting === 0) return <StateMark state="live">{since}</StateMark>
  return (
    <StateMark state="changes">
      {since}, {changesWait(waiting)}
    </StateMark>
  )
}
