import { Fragment, type ReactNode } from 'react'

import type { Mark, Text } from './nodes'

/** Marked text; adjoining runs with the same link become one link. */
export function inline(content: Text[] = []): ReactNode {
  if (!content.length) return null
  return linkRuns(content).map(({ href, texts }, i) => {
    const inner = texts.map((text, j) => <Fragment key={j}>{marked(text)}</Fragment>)
    return href ? (
      <a key={i} href={href}>
        {inner}
      </a>
    ) : (
      <Fragment key={i}>{inner}</Fragment>
    )
  })
}

function marked({ text, marks = [] }: Text): ReactNode {
  const has = (type: Mark['type']) => marks.some((mark) => mark.type === type)
  const slanted = has('italic') ? <em>{text}</em> : text
  return has('bold') ? <strong>{slanted}</strong> : slanted
}

function linkRuns(content: Text[]) {
  const runs: { href?: string; texts: Text[] }[] = []
  for (const text of content) {
    const href = safeHref(text.marks?.find((mark): mark is Mark & { type: 'link' } => mark.type === 'link')?.attrs.href)
    const last = runs.at(-1)
    if (last && last.href === href) last.texts.push(text)
    else runs.push({ href, texts: [text] })
  }
  return runs
}

/** Only addresses that a reader may follow; the schema refuses others too, but old revisions pass here as well. */
export const safeHref = (href = '') => (/^(https?:\/\/|mailto:|\/(?![/\\]))/i.test(href) ? href : undefined)
