'use client'

import { EditorContent } from '@tiptap/react'
import type { ReactNode } from 'react'

import './text/blocks.css'
import './text/long-text.css'
import './media/media.css'

import { MediaAsked } from './media/media-asked'
import { Opening } from './text/ahead/opening'
import { EmbedDialog } from './text/blocks/embed-dialog'
import { Bubble } from './text/bubble'
import { BlockHandle } from './text/handle/block-handle'
import type { Editors } from './text/use-editors'

type Props = {
  made: Editors | null
  editors: Editors | null
  headline: string
  /** The rest of the text as it begins, and the script that lets one write in it, where one may. */
  opening: { standfirst: string; body: ReactNode; script?: string } | undefined
  letters: number
  /** How many the text has. */
  blocks: number
  byline: ReactNode
  notice?: ReactNode
  find?: ReactNode
  /** How far a file is whose text is taken in. */
  files?: ReactNode
  /** Where colleagues are, in the margin. */
  here?: ReactNode
  onLink: () => void
  onComment: () => void
  /** Menus and dialogs of the text. */
  aids?: ReactNode
}

/** From here on, far beyond a day's news, only what is in view is laid out. */
const manyBlocks = 150

/** The story as one writes it, in the faces that readers see. Until the editors are there, what the
 * server knew of the text holds the place. */
export function Sheet({
  made,
  editors,
  headline,
  opening,
  letters,
  blocks,
  byline,
  notice,
  find,
  files,
  here,
  onLink,
  onComment,
  aids,
}: Props) {
  return (
    <main
      className="relative min-h-0 overflow-y-auto bg-surface max-phone:overflow-visible"
      id="sheet"
      aria-label="Story"
    >
      {find}
      <article className="doc" data-long={blocks > manyBlocks || undefined}>
        {notice}
        <p className="part-label">
          <span>Headline</span>
          <span className={`ms-auto ${letters > 70 ? 'text-changes' : ''}`}>{letters} of 70</span>
        </p>
        {made ? <EditorContent editor={made.headline} /> : <Opening part="headline">{headline}</Opening>}
        <p className="part-label">
          <span>Standfirst</span>
        </p>
        {made ? <EditorContent editor={made.standfirst} /> : <Opening part="standfirst">{opening?.standfirst}</Opening>}
        {byline}
        {made ? (
          <EditorContent editor={made.body} />
        ) : (
          <Opening part="body" script={opening?.script}>
            {opening?.body}
          </Opening>
        )}
        {here}
      </article>
      {files}
      {editors && <Bubble editor={editors.body} onLink={onLink} onComment={onComment} />}
      {editors && <Bubble editor={editors.headline} onComment={onComment} />}
      {editors && <Bubble editor={editors.standfirst} onComment={onComment} />}
      {editors && <BlockHandle editor={editors.body} />}
      {editors && <EmbedDialog editor={editors.body} />}
      {editors && <MediaAsked editor={editors.body} />}
      {aids}
    </main>
  )
}
