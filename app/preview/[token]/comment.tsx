import type { Messages } from '#lib/messages/find'
import { longestAnswer, longestName } from '#lib/preview/lengths'
import type { Block } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'

const excerpt = (text: string) => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text)

/** A form behind a paragraph, closed until it is wanted; works without scripts. @param block none for the whole text */
export function Comment({ token, block, t }: { token: string; block?: Block; t: Messages }) {
  const words = t.preview
  const id = block?.attrs.id ?? 'whole'
  // A divider, an embed and “Also read” have no words to be named by.
  const about = block && excerpt(blockText(block))
  return (
    <details className="remark">
      <summary>
        {block ? words.comment : words.whole}
        {about && <span className="sr-only"> {words.commentOn(about)}</span>}
      </summary>
      <form method="post" action="/api/preview">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="kind" value="comment" />
        <input type="hidden" name="block" value={block?.attrs.id ?? ''} />
        <label htmlFor={`text-${id}`}>{words.words}</label>
        <textarea id={`text-${id}`} name="text" required maxLength={longestAnswer} rows={4} />
        <label htmlFor={`name-${id}`}>{words.name}</label>
        <input id={`name-${id}`} name="name" required maxLength={longestName} autoComplete="name" />
        <button type="submit">{words.send}</button>
      </form>
    </details>
  )
}
