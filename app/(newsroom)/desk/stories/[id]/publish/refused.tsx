import type { SeenConflict } from '#lib/story/commands/seen'
import type { StoryDocument } from '#lib/story/document/nodes'
import { Notice } from '#lib/ui/notice'

import { TextDiff } from '../revisions/text-diff'
import { OpenList } from './open-list'
import type { Outcome } from './use-publish'

/** Why nothing was done, what readers see meanwhile, and what there is to go on with. */
export function Refused({
  outcome,
  unseen,
  live,
  text,
}: {
  outcome: Outcome
  unseen?: Extract<SeenConflict, { code: 'unseen' }>
  live: boolean
  /** As it stands on this screen. */
  text: StoryDocument
}) {
  const planned = outcome.conflict?.code === 'planned' ? outcome.conflict.text : undefined
  return (
    <Notice title={outcome.message ?? 'Not published.'}>
      <p>{told(outcome.conflict, live)}</p>
      {outcome.conflict?.code === 'suggestions' && <OpenList open={outcome.conflict.open} />}
      {planned && (
        <>
          <p className="mt-1.5">What they get at that hour, and what stands here:</p>
          <TextDiff was={planned} is={text} view="inline" changesOnly />
        </>
      )}
      {unseen && (
        <ul className="mt-1.5 grid gap-1">
          {unseen.changes.map(({ block, text, by }, index) => (
            <li key={index}>
              <b className="text-text">{by ?? 'Somebody'}</b>{' '}
              {block === null ? (
                'took a passage out'
              ) : (
                <>
                  changed {block === 'headline' || block === 'standfirst' ? `the ${block}` : 'this'}:{' '}
                  <span className="font-text text-text">{text || 'now empty'}</span>
                </>
              )}
            </li>
          ))}
          {unseen.fields && <li>The section, the slug, the topics or another field changed.</li>}
        </ul>
      )}
    </Notice>
  )
}

function told(conflict: Outcome['conflict'], live: boolean) {
  if (conflict?.code !== 'overtaken') return live ? 'Readers still see what they saw.' : 'Readers have nothing yet.'
  if (conflict.last.act === 'withdraw') return 'Readers are told that it was taken down.'
  return 'Below stands what would change for them now.'
}
