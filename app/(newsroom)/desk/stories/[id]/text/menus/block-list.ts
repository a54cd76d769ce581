import type { Editor } from '@tiptap/react'
import {
  ClipboardType,
  CodeXml,
  FileText,
  Film,
  Heading2,
  Heading3,
  Image,
  Images,
  Link2,
  List,
  ListOrdered,
  Minus,
  PanelTop,
  Quote,
  Table2,
  TextQuote,
  TriangleAlert,
} from 'lucide-react'

import type { Glyph } from '#lib/ui/icon'

import { askForMedia } from '../ask-media'
import { askForEmbed } from '../blocks/embed-dialog'
import { insertCorrection, insertDivider, insertFactBox, insertRelated, insertTable, togglePullQuote } from '../insert'

/**
 * @property words what it is found by, beside its name
 * @property key what does it without the menu: typed at the start of a line, or a key as `keyName` reads it
 * @property browsers the key is the browser's own
 * @property node what it makes, where not every text may hold such
 * @property files it asks for a file, which not every text takes in
 */
export type BlockKind = {
  name: string
  words: string
  key?: string
  browsers?: true
  node?: string
  files?: true
  glyph: Glyph
  run: (editor: Editor) => void
}

/** All that can be put into a story, in the order in which the menu has it. */
export const blockList: BlockKind[] = [
  {
    name: 'Sub-head',
    words: 'subhead heading h2',
    key: '##',
    glyph: Heading2,
    run: (e) => e.chain().focus().setHeading({ level: 2 }).run(),
  },
  {
    name: 'Smaller sub-head',
    words: 'subhead heading h3',
    key: '###',
    glyph: Heading3,
    run: (e) => e.chain().focus().setHeading({ level: 3 }).run(),
  },
  {
    name: 'Quote with speaker',
    words: 'quote speaker said',
    key: 'Mod-Shift-q',
    glyph: Quote,
    run: (e) => e.chain().focus().toggleWrap('quote').run(),
  },
  {
    name: 'Pull quote',
    words: 'pull quote pullquote words large',
    key: 'Mod-Shift-l',
    glyph: TextQuote,
    run: togglePullQuote,
  },
  {
    name: 'Fact box',
    words: 'fact box facts background figures',
    key: 'Mod-Shift-h',
    glyph: PanelTop,
    run: insertFactBox,
  },
  {
    name: 'Also read',
    node: 'relatedStory',
    words: 'also read related story link',
    key: 'Mod-Shift-r',
    glyph: Link2,
    run: insertRelated,
  },
  {
    name: 'Picture',
    node: 'image',
    words: 'picture image photo photograph upload',
    glyph: Image,
    run: (e) => askForMedia(e, 'picture'),
  },
  {
    name: 'Gallery',
    node: 'gallery',
    words: 'gallery pictures images photos series',
    glyph: Images,
    run: (e) => askForMedia(e, 'gallery'),
  },
  {
    name: 'Film or sound',
    node: 'clip',
    words: 'film video sound audio recording upload',
    glyph: Film,
    run: (e) => askForMedia(e, 'recording'),
  },
  {
    name: 'Embed',
    words: 'embed video film youtube vimeo post tweet x instagram tiktok facebook sound spotify chart map address',
    key: 'Mod-Shift-e',
    glyph: CodeXml,
    run: askForEmbed,
  },
  {
    name: 'Table',
    words: 'table rows columns figures spreadsheet',
    key: 'Mod-Shift-9',
    glyph: Table2,
    run: insertTable,
  },
  {
    name: 'Correction note',
    node: 'correction',
    words: 'correction clarification update note wrong',
    key: 'Mod-Shift-k',
    glyph: TriangleAlert,
    run: insertCorrection,
  },
  { name: 'List', words: 'list bullet', key: '-', glyph: List, run: (e) => e.chain().focus().toggleBulletList().run() },
  {
    name: 'Numbered list',
    words: 'numbered ordered list',
    key: '1.',
    glyph: ListOrdered,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'Text from a file',
    files: true,
    words: 'text file word docx markdown import upload',
    glyph: FileText,
    run: (e) => e.chain().focus().chooseFile().run(),
  },
  {
    name: 'Paste as plain text',
    words: 'paste plain text clipboard',
    key: 'Mod-Shift-v',
    browsers: true,
    glyph: ClipboardType,
    run: (e) => e.chain().focus().pastePlain().run(),
  },
  { name: 'Divider', words: 'divider line rule break', key: '---', glyph: Minus, run: insertDivider },
]

/** Whether this text may hold such. */
export const fits = ({ schema }: Editor, { node }: BlockKind): boolean => !node || node in schema.nodes

/** All that this text may hold. */
export const blocksOf = (editor: Editor, takesFiles: boolean): BlockKind[] =>
  blockList.filter((kind) => fits(editor, kind) && (takesFiles || !kind.files))
