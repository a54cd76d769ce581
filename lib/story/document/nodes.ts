import type { Embedded } from './embed/embed'

/**
 * The document as stored: ProseMirror JSON with a schema version; every block carries a stable random id.
 * Headline and standfirst are plain text, apart from the body.
 */
export const schemaVersion = 4

/** The oldest version whose co-editing documents are documents of this one as they are. */
export const sameSince = 1

export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
export type Text = { type: 'text'; text: string; marks?: Mark[] }

export type Paragraph = { type: 'paragraph'; attrs: { id: string }; content?: Text[] }
export type Heading = { type: 'heading'; attrs: { id: string; level: 2 | 3 }; content?: Text[] }
export type ListItem = { type: 'listItem'; attrs: { id: string }; content?: (Paragraph | List)[] }
export type List = { type: 'bulletList' | 'orderedList'; attrs: { id: string; start?: number }; content?: ListItem[] }

/** A quote with attribution; `via` says to whom or through whom, `saidAt` is an ISO date or '', `source` an https address or ''. */
export type Quote = {
  type: 'quote'
  attrs: { id: string; speaker: string; role: string; via: string; saidAt: string; source: string }
  content?: Paragraph[]
}

/** Words of the story set large; `speaker` is whose they are, or '' for the story's own. */
export type PullQuote = { type: 'pullQuote'; attrs: { id: string; speaker: string }; content?: Text[] }

/** A box beside the story. Sub-heads in it are all of one level for readers, whatever theirs. */
export type FactBox = {
  type: 'factBox'
  attrs: { id: string; title: string }
  content?: (Paragraph | Heading | List)[]
}

/** "Also read": `story` is a story's id, or '' while unmatched; `note` keeps the pasted headline of an unmatched one. */
export type RelatedStory = { type: 'relatedStory'; attrs: { id: string; story: string; note: string } }

/** Another site's work by that site's name and an id there, never an address; `caption` is the paper's own. */
export type Embed = { type: 'embed'; attrs: { id: string; caption: string } & Embedded }

/** A cell holds one line of text. Rows may differ in length after two people's edits met; readers see the gaps filled. */
export type TableCell = { type: 'tableCell'; attrs: { id: string }; content?: Text[] }
export type TableRow = { type: 'tableRow'; attrs: { id: string }; content?: TableCell[] }
export type Table = {
  type: 'table'
  attrs: { id: string; caption: string; headRow: boolean; headColumn: boolean }
  content?: TableRow[]
}

export const correctionKinds = ['correction', 'clarification', 'update'] as const
export type CorrectionKind = (typeof correctionKinds)[number]
/** A note to readers that something here was wrong; `at` is the instant (ISO, UTC) that it is dated, or ''. */
export type Correction = {
  type: 'correction'
  attrs: { id: string; kind: CorrectionKind; at: string }
  content?: Text[]
}

/**
 * Something of the library in one place of a story. Its own words stand there where they are not ''; else the library's do,
 * so that what is mended there is mended everywhere. `crop` is a part of it (crop-text.ts), or '' for the whole.
 */
export type MediaUse = { media: string; alt: string; caption: string; credit: string; crop: string }

/** A picture; `wide` ones reach beyond the column. */
export type Image = { type: 'image'; attrs: { id: string; wide: boolean } & MediaUse }
export type Gallery = { type: 'gallery'; attrs: { id: string; title: string }; content?: Image[] }
/** A film or a sound. */
export type Clip = { type: 'clip'; attrs: { id: string } & Pick<MediaUse, 'media' | 'caption' | 'credit'> }

export type Divider = { type: 'divider'; attrs: { id: string } }

export type Block =
  | Paragraph
  | Heading
  | List
  | Quote
  | PullQuote
  | FactBox
  | RelatedStory
  | Embed
  | Table
  | Correction
  | Image
  | Gallery
  | Clip
  | Divider
export type Body = { type: 'doc'; content: Block[] }

export type StoryDocument = { schema: number; headline: string; standfirst: string; body: Body }
