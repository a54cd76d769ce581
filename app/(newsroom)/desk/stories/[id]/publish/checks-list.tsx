'use client'

import { Check, Info, TriangleAlert } from 'lucide-react'

import { isMust, type Problem } from '#lib/checks/publish'
import { Icon } from '#lib/ui/icon'

/** What must or might be mended before publication, each with the way to its place. */
export function ChecksList({ problems, onShow }: { problems: Problem[]; onShow: (problem: Problem) => void }) {
  if (problems.length === 0)
    return (
      <p className="flex items-center gap-2 text-muted">
        <Icon of={Check} className="text-live" />
        Nothing to mend
      </p>
    )
  return (
    <ul className="divide-y divide-line">
      {problems.map((problem) => (
        <li
          key={`${problem.message} ${problem.block ?? ''}`}
          className="grid grid-cols-[16px_1fr_auto] gap-x-2 py-1.5 leading-[18px]"
        >
          <Icon
            of={isMust(problem) ? TriangleAlert : Info}
            className={isMust(problem) ? 'text-withdrawn' : 'text-review'}
          />
          <span>
            {problem.message}
            {isMust(problem) && (
              <small className="block text-label text-quiet">Must be mended before publication</small>
            )}
          </span>
          <button
            type="button"
            onClick={() => onShow(problem)}
            className="min-h-6 min-w-6 self-start font-medium text-accent hover:underline"
            aria-label={`Show: ${problem.message}`}
          >
            Show
          </button>
        </li>
      ))}
    </ul>
  )
}
