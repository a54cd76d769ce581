import type { Block } from '#lib/story/document/nodes'
import { blockText, countWords } from '#lib/story/document/text'

import { type Context, counted, type Finding, notKept } from './finding'
import { endsWithStop, lineOf } from './lines'

/** Headings under which a page lists its other stories. */
const heading = lineOf([
  'you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)( (?:these|this|to read))?',
  'more from (?:(?!\\.).){1,40}',
  'more (?:stories|news|headlines|on this(?: story)?|like this|to explore|to read|for you)',
  'recommended(?: (?:for you|stories|reading|articles|videos))?',
  'related (?:stories|articles|news|topics|posts|coverage|content|links|reading|videos)',
  '(?:top |now )?trending(?: (?:now|stories|news|topics|today|videos))?',
  '(?:most|must) (?:read|popular|viewed|shared|watched)(?: .{1,20})?',
  "(?:top|latest|popular|other|editors?[’']? ?s?) (?:stories|news|headlines|picks?|posts|articles|videos)",
  '(?:read|watch|see|up) next',
  'what to read next',
  'around the web',
  'sponsored(?: (?:content|links|stories))?',
  'promoted(?: (?:content|stories))?',
  'das könnte (?:sie|dich) auch interessieren',
  'mehr zum thema',
  'meistgelesen',
  'auch interessant',
  'vous aimerez aussi',
  'les plus lus',
  'sur le même (?:sujet|thème)',
  'te puede interesar',
  'también te puede interesar',
  'lo más (?:leído|visto)',
  'potrebbe interessarti(?: anche)?',
  'i più letti',
  'mais lidas',
  'veja mais',
  'meest gelezen',
  'najczęściej czytane',
  'mest läst',
  'mest lest',
])

/** What a page asks of its visitors. */
const boilerplate = lineOf([
  '(?:share|save|print|e-?mail|listen to|copy link)(?: (?:this|the|to|on|via) ?[^.]{0,40})?',
  '(?:sign|join|subscribe|register)(?:[ -]?up)? .{0,60}(?:newsletter|alerts?|updates|channel|whatsapp|telegram|inbox|account).{0,40}',
  '(?:follow|like|join|find|visit) us (?:on|at) .{1,60}',
  '(?:download|get) (?:the|our) .{0,30}app.{0,40}',
  'advertisement',
  'comments?(?: \\(\\d+\\))?|\\d+ comments?|(?:leave|post|add|view) (?:a )?comments?',
  '(?:©|\\(c\\)|copyright) ?.{0,80}',
  '.{0,60}all rights reserved\\.?',
  'first published:?.{0,60}',
  'tags?:.{1,120}',
  'topics?:.{1,120}',
])

/** The last blocks of a page that are not the story: a known heading and headlines after it, or lines that ask for a click. */
export function findTail(blocks: readonly Block[], context: Context): Finding[] {
  const lines = blocks.map((block) => blockText(block).trim())
  let start = blocks.length
  let doubt = blocks.length
  let clean = true
  for (let at = blocks.length - 1; at > 0 && countWords(lines[at]!) <= 40; at--) {
    const line = lines[at]!
    if (heading.test(line) && at < blocks.length - 1) {
      if (clean) start = at
      else if (doubt === blocks.length) doubt = at
    } else if (boilerplate.test(line) && start === at + 1) start = at
    clean &&= boilerplate.test(line) || (countWords(line) <= 30 && !endsWithStop(line))
  }
  const certain = start < blocks.length
  if (!certain) start = doubt
  const tail = blocks.slice(start)
  const parts = notKept(
    tail.map((block, index) => part(block, lines[start + index]!)),
    context,
  )
  if (parts.length === 0) return []
  return [
    {
      id: `tail:${parts[0]!.block}`,
      kind: 'tail',
      certain,
      title: 'Tail of the web page',
      count: counted(parts.length, 'line'),
      explanation: explain(parts[0]!.text, parts.length, certain),
      act: 'Move to tray',
      keep: 'Keep',
      blocks: parts.map(({ block }) => block),
      parts,
    },
  ]
}

const part = (block: Block, text: string) => ({
  id: `tail:${block.attrs.id}`,
  block: block.attrs.id,
  text,
  edits: [{ remove: block.attrs.id, was: blockText(block), tray: true as const }],
})

function explain(first: string, length: number, certain: boolean) {
  const what = length === 1 ? `“${first}”.` : `“${first}” and what follows.`
  return `${what}${certain ? '' : ' Some of it reads like text.'} It goes to a tray, not to nothing.`
}
