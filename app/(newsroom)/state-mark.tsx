import type { ReactNode } from 'react'

/** States of a story: shape, colour and word, always all three. */
export type StoryState =
  | 'assigned'
  | 'draft'
  | 'review'
  | 'ready'
  | 'scheduled'
  | 'late'
  | 'live'
  | 'changes'
  | 'withdrawn'
  | 'as-live'
  | 'unpublished'

const ring = <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />

const clock = (
  <>
    {ring}
    <path d="M7 4.2V7l2 1.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
  </>
)

const shapes: Record<StoryState, { colour: string; word: string; shape: ReactNode }> = {
  assigned: {
    colour: 'text-draft',
    word: 'Assigned',
    shape: <rect x="2.5" y="2.5" width="9" height="9" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  },
  draft: {
    colour: 'text-draft',
    word: 'Draft',
    shape: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 1.7" />,
  },
  review: {
    colour: 'text-review',
    word: 'In review',
    shape: (
      <>
        {ring}
        <path d="M7 4a3 3 0 0 1 0 6z" fill="currentColor" />
      </>
    ),
  },
  ready: {
    colour: 'text-ready',
    word: 'Ready',
    shape: (
      <>
        {ring}
        <path d="m4.6 7.2 1.7 1.7 3.2-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </>
    ),
  },
  scheduled: { colour: 'text-scheduled', word: 'Scheduled', shape: clock },
  late: { colour: 'text-changes', word: 'Late', shape: <path d="m7 1.5 5.5 5.5L7 12.5 1.5 7z" fill="currentColor" /> },
  live: { colour: 'text-live', word: 'Live', shape: <circle cx="7" cy="7" r="6" fill="currentColor" /> },
  changes: {
    colour: 'text-changes',
    word: 'Live, changes wait',
    shape: (
      <>
        <path d="M7 1a6 6 0 0 0 0 12z" fill="var(--color-live)" />
        <path
          d="M8.5 1.9a5.2 5.2 0 0 1 0 10.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeDasharray="1.8 1.5"
        />
      </>
    ),
  },
  withdrawn: {
    colour: 'text-withdrawn',
    word: 'Withdrawn',
    shape: (
      <>
        {ring}
        <path d="M3.5 10.5 10.5 3.5" stroke="currentColor" strokeWidth="1.6" />
      </>
    ),
  },
  'as-live': {
    colour: 'text-quiet',
    word: 'As live',
    shape: <path d="M4 5.5h6M4 8.5h6" stroke="currentColor" strokeWidth="1.6" />,
  },
  unpublished: {
    colour: 'text-quiet',
    word: 'Not published',
    shape: <path d="M4 7h6" stroke="currentColor" strokeWidth="1.6" />,
  },
}

/** @param shy on a phone the word is only read out */
export function StateMark({
  state,
  shy = false,
  children,
}: {
  state: StoryState
  shy?: boolean
  children?: ReactNode
}) {
  const { colour, word, shape } = shapes[state]
  return (
    <span className={`inline-flex items-center gap-1.5 align-middle whitespace-nowrap ${colour}`}>
      <svg viewBox="0 0 14 14" width="14" height="14" className="flex-none" aria-hidden="true">
        {shape}
      </svg>
      {shy ? <span className="max-phone:sr-only">{children ?? word}</span> : (children ?? word)}
    </span>
  )
}
