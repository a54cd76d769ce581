import { wordDiff } from '#lib/story/document/words'

/** Two texts in one, as a card has room for: what readers lose is struck, what they get is underlined. */
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
