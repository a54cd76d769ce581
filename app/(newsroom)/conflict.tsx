import type { FormState } from './answer'

const standing = <T,>(state: FormState) => (state?.reason === 'conflict' ? (state.detail as T) : undefined)

/** The version that a form speaks of: after a conflict has been shown, the one that was shown. */
export const versionOf = (state: FormState, version: number) => standing<{ version: number }>(state)?.version ?? version

/** What stands now, beside what was typed, once somebody else was quicker. */
export function Standing<T>({
  state,
  lines,
}: {
  state: FormState
  lines: (now: T) => [label: string, value: string][]
}) {
  const now = standing<T>(state)
  if (!now) return null
  return (
    <div className="rounded-control bg-sunk px-3 py-2">
      <p>What stands now; saving again replaces it with what you see below.</p>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-3">
        {lines(now).map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd>{value || 'empty'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
