import './diff.css'

import { lineRuns } from '#lib/story/document/compare'

import { fieldLabels, fieldNames } from '../room/waiting'
import { Runs } from './runs'
import { changedFields, type Version } from './versions'

/** Fields of two versions: those that differ with both values, the others by their names. */
export function FieldsDiff({ was, is }: { was: Version; is: Version }) {
  const changed = changedFields(was, is)
  const same = fieldNames.filter((name) => !changed.includes(name)).map((name) => fieldLabels[name])
  return (
    <dl className="fields-diff grid grid-cols-[108px_1fr] gap-x-4 gap-y-1 ps-[13px] pt-3 [&_dd]:wrap-anywhere [&_dt]:text-quiet [&_dt]:first-letter:uppercase">
      {changed.map((name) => (
        <div key={name} className="contents">
          <dt>{fieldLabels[name]}</dt>
          <dd data-change tabIndex={-1} className="scroll-my-20">
            <Runs runs={lineRuns(was.fields[name].shown || 'none', is.fields[name].shown || 'none')} side="both" />
          </dd>
        </div>
      ))}
      {same.length > 0 && (
        <>
          <dt>Not changed</dt>
          <dd className="text-muted first-letter:uppercase">{same.join(', ')}</dd>
        </>
      )}
    </dl>
  )
}
