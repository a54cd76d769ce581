import { Fragment, type ReactNode } from 'react'

import { aboutEmbed, isEmbedded } from './embed/embed'
import type { What } from './embed/provider'
import { inline, safeHref } from './inline'
import type {
  Block,
  Body,
  Clip,
  Correction,
  CorrectionKind,
  Embed,
  FactBox,
  Gallery,
  Image,
  List,
  ListItem,
  PullQuote,
  Quote,
} from './nodes'
import { TableView } from './table-view'

/** A story that readers can open. `sponsor`: who has paid for it; `language`: BCP 47, where it is not the paper's. */
type Target = { headline: string; path: string; sponsor?: string; language?: string }

/** What a document needs from outside to be shown. */
export type Setting = {
  /** Stories named by "Also read" blocks that readers can open, by story id; a block whose story is absent vanishes. */
  related: ReadonlyMap<string, Target>
  /** Shows what is of the library; without it, and where readers have no such thing, nothing stands there. */
  media?(block: Image | Gallery | Clip): ReactNode
  /** Shows an ISO date (`2026-05-12`) as the paper writes it. */
  day(iso: string): string
  /** Shows an instant (`2026-05-12T08:00:00Z`) as date and time, in the paper's zone. */
  dated(iso: string): string
  /** What stands behind a block, where the text is not shown to readers but for review. */
  behind?(block: Block): ReactNode
  /** Each paragraph and sub-head of the body is there, the empty ones too, and tells its id: they are written in. */
  written?: true
  words: {
    alsoRead: string
    paidBy(name: string): string
    table: string
    corrections: Record<CorrectionKind, string>
    embeds: Record<What, string>
    /** On the button that loads it, after "Video". */
    loadEmbed(what: string, provider: string): string
    embedFrom(what: string, provider: string): string
    seeEmbed(provider: string): string
    /** What comes of loading it. */
    embedNote(provider: string): string
  }
}

/** A body as readers see it: the only way by which a document becomes HTML. */
export function DocumentBody({ body, setting }: { body: Body; setting: Setting }) {
  return body.content.map((block) => (
    <Fragment key={block.attrs.id}>
      <BlockView block={block} setting={setting} />
      {setting.behind?.(block)}
    </Fragment>
  ))
}

function BlockView({ block, setting }: { block: Block; setting: Setting }) {
  switch (block.type) {
    case 'paragraph':
      return block.content?.length || setting.written ? <p {...told(block, setting)}>{inline(block.content)}</p> : null
    case 'heading': {
      const Heading = block.attrs.level === 3 ? 'h3' : 'h2'
      return <Heading {...told(block, setting)}>{inline(block.content)}</Heading>
    }
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
      return <RelatedView story={setting.related.get(block.attrs.story)} words={setting.words} />
    case 'embed':
      return <EmbedView embed={block} words={setting.words} />
    case 'table':
      return <TableView table={block} label={setting.words.table} />
    case 'correction':
      return <CorrectionView note={block} setting={setting} />
    case 'image':
    case 'gallery':
    case 'clip':
      return setting.media?.(block) ?? null
    case 'divider':
      return <hr />
  }
}

const told = ({ attrs: { id } }: Block, { written }: Setting) => (written ? { 'data-id': id } : {})

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
          {where && ' '}
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

/**
 * Its title stands where a sub-head would, so the box's own sub-heads come below it. A note, as a correction is: reader
 * views leave asides out.
 */
function FactBoxView({ box: { attrs, content = [] } }: { box: FactBox }) {
  return (
    <div className="fact" role="note" aria-label={attrs.title || undefined}>
      {attrs.title && <h2>{attrs.title}</h2>}
      {content.map((node) => {
        if (node.type === 'heading') return <h3 key={node.attrs.id}>{inline(node.content)}</h3>
        if (node.type !== 'paragraph') return <ListView key={node.attrs.id} list={node} />
        return node.content?.length ? <p key={node.attrs.id}>{inline(node.content)}</p> : null
      })}
    </div>
  )
}

function RelatedView({ story, words }: { story?: Target; words: Setting['words'] }) {
  if (!story) return null
  return (
    <aside className="also" aria-label={`${words.alsoRead}: ${story.headline}`}>
      <p className="kicker">{words.alsoRead}</p>
      {story.sponsor && <p className="paid">{words.paidBy(story.sponsor)}</p>}
      <p className="head" {...(story.language ? { lang: story.language, dir: 'auto' } : {})}>
        <a href={story.path}>{story.headline}</a>
      </p>
    </aside>
  )
}

/**
 * A card that asks nobody else for anything. Where the work can be shown in a frame, `public/embeds.js` puts a button
 * into it that loads it; the link is there for everybody.
 */
function EmbedView({ embed: { attrs }, words }: { embed: Embed; words: Setting['words'] }) {
  if (!isEmbedded(attrs.provider, attrs.ref)) return null
  const { name, what, shape, link, frame } = aboutEmbed(attrs)
  const called = words.embedFrom(words.embeds[what], name)
  const title = [called, attrs.caption].filter(Boolean).join(': ')
  const loads = frame && {
    className: `card-${shape}`,
    'data-frame': frame,
    'data-title': title,
    'data-load': words.loadEmbed(words.embeds[what], name),
  }
  return (
    <figure className="embed">
      <div {...loads}>
        <p>
          <b>{called}</b>
        </p>
        {frame && <p className="note">{words.embedNote(name)}</p>}
        <p className="out">
          <a href={link}>{words.seeEmbed(name)}</a>
        </p>
      </div>
      {attrs.caption && <figcaption>{attrs.caption}</figcaption>}
    </figure>
  )
}

function CorrectionView({ note: { attrs, content }, setting }: { note: Correction; setting: Setting }) {
  if (!content?.length) return null
  const kind = setting.words.corrections[attrs.kind]
  const day = attrs.at && setting.dated(attrs.at)
  return (
    <div className="correction" role="note" aria-label={kind}>
      <p>
        <b>
          {kind}
          {day && (
            <>
              {', '}
              <time dateTime={attrs.at}>{day}</time>
            </>
          )}
          .
        </b>{' '}
        {inline(content)}
      </p>
    </div>
  )
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
