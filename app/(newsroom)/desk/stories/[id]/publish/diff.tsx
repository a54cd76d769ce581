import type { Change } from '#lib/story/document/changes'
import { wordDiff } from '#lib/story/document/words'

/** Two texts in one: what readers lose is struck, what they get is underlined. */
export function Words({ was, is }: { was: string; is: string }) {
  return wordDiff(was, is).map(({ kind, text }, index) =>
    kind === 'ins' ? (
      <ins key={index} className="bg-ins decoration-live decoration-[1.5px] underline-offset-3">
        {text}
      </ins>
    ) : kind === 'del' ? (
      <del key={index} className="bg-del decoration-withdrawn">
        {text}
      </del>
    ) : (
      <span key={index}>{shortened(text, index)}</span>
    ),
  )
}

/** A long stretch that is the same says only where one is. */
const shortened = (text: string, index: number) =>
  text.length <= 220 ? text : index === 0 ? `… ${text.slice(-100)}` : `${text.slice(0, 100)} …`

/** Changes in the faces that readers see. */
export function Diff({ changes }: { changes: Change[] }) {
  return (
    <ul className="font-text text-[15.5px]/6">
      {changes.map((change) => (
        <li
          key={change.at + change.kind}
          className="grid grid-cols-[96px_1fr] gap-3 border-b border-line py-2.5 max-phone:grid-cols-1 max-phone:gap-0"
        >
          <span className="font-desk text-label/6 text-quiet first-letter:uppercase">{change.place}</span>
          {change.was === change.is ? (
            <p className="font-desk text-base/6 text-muted">{withoutWords[change.kind]}</p>
          ) : (
            <p className={change.at === 'headline' ? 'font-head text-[20px]/6 font-semibold' : 'whitespace-pre-line'}>
              <Words was={change.was} is={change.is} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Said where there are no words to show. */
const withoutWords: Record<Change['kind'], string> = {
  added: 'Added, without words',
  removed: 'Taken out; it had no words',
  moved: 'Put in another order',
  changed: 'Same words; marks, links or attribution differ',
}
