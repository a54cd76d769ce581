import { Fragment, type ReactNode } from 'react'

import type { Block, Body, FactBox, List, ListItem, Mark, PullQuote, Quote, Text } from './nodes'

/** What a document needs from outside to be shown. */
export type Setting = {
  /** Stories named by "Also read" blocks that readers can open, by story id; a block whose story is absent vanishes. */
  related: ReadonlyMap<string, { headline: string; path: string }>
  alsoRead: string
  /** Shows an ISO date (`2026-05-12`) as the paper writes it. */
  day(iso: string): string
}

/** A body as readers see it: the only way by which a document becomes HTML. */
export function DocumentBody({ body, setting }: { body: Body; setting: Setting }) {
  return body.content.map((block) => <BlockView key={block.attrs.id} block={block} setting={setting} />)
}

function BlockView({ block, setting }: { block: Block; setting: Setting }) {
  switch (block.type) {
    case 'paragraph':
      return block.content?.length ? <p>{inline(block.content)}</p> : null
    case 'heading':
      return block.attrs.level === 3 ? <h3>{inline(block.content)}</h3> : <h2>{inline(block.content)}</h2>
    case 'bulletList':
    case 'orderedList':
      return <ListView list={block} />
    case 'quote':
      return <QuoteView quote={block} setting={setting} />
    case 'pullQuote':
      return <PullQuoteView quote={block} />
    case 'factBox':
      return <FactBoxView box={block} />
    case 'relatedStory':
      return <RelatedView story={setting.related.get(block.attrs.story)} label={setting.alsoRead} />
    case 'divider':
      return <hr />
  }
}

function ListView({ list }: { list: List }) {
  const items = (list.content ?? []).map((item) => <li key={item.attrs.id}>{itemContent(item)}</li>)
  if (list.type === 'bulletList') return <ul>{items}</ul>
  return <ol start={list.attrs.start === 1 ? undefined : list.attrs.start}>{items}</ol>
}

/** An item of one paragraph needs no `p` around it. */
const itemContent = ({ content = [] }: ListItem): ReactNode =>
  content.map((node, i) => {
    if (node.type !== 'paragraph') return <ListView key={node.attrs.id} list={node} />
    return i === 0 ? (
      <Fragment key={node.attrs.id}>{inline(node.content)}</Fragment>
    ) : (
      <p key={node.attrs.id}>{inline(node.content)}</p>
    )
  })

function QuoteView({ quote, setting }: { quote: Quote; setting: Setting }) {
  const { speaker, role, via, saidAt, source } = quote.attrs
  const where = [capitalised(via), saidAt && setting.day(saidAt)].filter(Boolean).join(', ')
  const link = safeHref(source)
  return (
    <figure className="quote">
      <blockquote>
        {(quote.content ?? []).map((paragraph) => (
          <p key={paragraph.attrs.id}>{inline(paragraph.content)}</p>
        ))}
      </blockquote>
      {(speaker || role || where) && (
        <figcaption>
          {speaker && <b>{speaker}</b>}
          {role && `${speaker ? ', ' : ''}${role}`}
          {where && <span>{link ? <a href={link}>{where}</a> : where}</span>}
        </figcaption>
      )}
    </figure>
  )
}

function PullQuoteView({ quote: { attrs, content } }: { quote: PullQuote }) {
  if (!content?.length) return null
  return (
    <figure className="pull">
      <blockquote>
        <p>{inline(content)}</p>
      </blockquote>
      {attrs.speaker && <figcaption>{attrs.speaker}</figcaption>}
    </figure>
  )
}

/** Its title stands where a sub-head would, so the box's own sub-heads come below it. */
function FactBoxView({ box: { attrs, content = [] } }: { box: FactBox }) {
  return (
    <aside className="fact" aria-label={attrs.title || undefined}>
      {attrs.title && <h2>{attrs.title}</h2>}
      {content.map((node) => {
        if (node.type === 'heading') return <h3 key={node.attrs.id}>{inline(node.content)}</h3>
        if (node.type !== 'paragraph') return <ListView key={node.attrs.id} list={node} />
        return node.content?.length ? <p key={node.attrs.id}>{inline(node.content)}</p> : null
      })}
    </aside>
  )
}

function RelatedView({ story, label }: { story?: { headline: string; path: string }; label: string }) {
  if (!story) return null
  return (
    <aside className="also" aria-label={label}>
      <p className="kicker">{label}</p>
      <p className="head">
        <a href={story.path}>{story.headline}</a>
      </p>
    </aside>
  )
}

/** Marked text; adjoining runs with the same link become one link. */
export function inline(content: Text[] = []): ReactNode {
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
const safeHref = (href = '') => (/^(https?:\/\/|mailto:|\/(?!\/))/i.test(href) ? href : undefined)

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
