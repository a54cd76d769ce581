import type { OpenSuggestion } from '#lib/suggestion/tell'

import { Words } from '../suggestions/words'

/** The suggestions that nobody has decided: what readers would get without. */
export function OpenList({ open }: { open: OpenSuggestion[] }) {
  return (
    <>
      <ul className="mt-1.5 grid gap-1.5">
        {open.map(({ key, by, act, place, was, is }) => (
          <li key={key}>
            <b className="text-text">{by}</b> {place} {act}
            {was !== is && (
              <p className="font-text text-[15px]/[22px] whitespace-pre-line text-text">
                <Words was={was} is={is} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1.5">
        Decide them in the panel, or go on without: they stay open, and readers get none of them.
      </p>
    </>
  )
}
