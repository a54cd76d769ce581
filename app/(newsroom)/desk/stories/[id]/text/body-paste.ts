import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'
import { cellsOf } from '#lib/checks/paste/cells'
import { asItIs, fromText } from '#lib/checks/paste/from-text'
import { cleanLinks } from '#lib/checks/paste/links'
import { needsDoctor } from '#lib/checks/paste/needs-doctor'
import { newId } from '#lib/id'
import type { Made } from '#lib/interchange/html/blocks'
import { looksLikeMarkdown } from '#lib/interchange/markdown/looks-like'
import { cleanText } from '#lib/story/document/clean'
import type { Block, Paragraph } from '#lib/story/document/nodes'
import { mostColumns, mostRows } from '#lib/story/document/table'

import { chooseFile } from '../paste/choose-file'
import { clipboardParser } from '../paste/clipboard-parser'
import { longestMarkdown, pasteMarkdown } from '../paste/paste-markdown'
import { pasteEmbed } from './blocks/paste-embed'
import { dropOnPicture, placeInGallery } from './gallery-drop'

/** What a long paste brought: how many blocks, and how many tracking codes its links have lost on the way in. */
export type Pasted = { blocks: number; shed: number }

type Options = {
  onLong: (pasted: Pasted) => void
  /** Something of a paste that is worth a word, such as what was left out. */
  onNote: (note: string) => void
  /** Files were dropped or pasted; `at` is where in the text, or undefined for where the caret is. */
  onFiles: (files: File[], at?: number) => void
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    bodyPaste: {
      /** Asks for a file whose text goes to the caret. */
      chooseFile: () => ReturnType
      /** Pastes the words of the clipboard as they are, where the browser lets a page read them. */
      pastePlain: () => ReturnType
    }
  }
}

/**
 * Pastes into the body. HTML is reduced to our blocks; plain text becomes a paragraph a line, cells of a spreadsheet a
 * table, Markdown what it says, and the address of an embed, alone in a paragraph, the embed; Ctrl Shift V takes the
 * words as they are. Links lose what follows readers about; signs that no feed could carry are dropped.
 */
export const BodyPaste = Extension.create<Options>({
  name: 'bodyPaste',
  addOptions: () => ({ onLong: () => {}, onNote: () => {}, onFiles: () => {} }),
  addCommands() {
    const { onFiles, onNote } = this.options
    return {
      chooseFile: () => () => {
        chooseFile(onFiles)
        return true
      },
      pastePlain:
        () =>
        ({ editor }) => {
          const paste = (words: string) => {
            const { state, view } = editor
            view.dispatch(asWords(state.tr, sliceOf(asItIs(words), state.schema, state.selection.$from.marks())))
          }
          const refused = () => onNote('The browser keeps its clipboard to itself: Ctrl Shift V pastes plain text.')
          if (navigator.clipboard?.readText) navigator.clipboard.readText().then(paste, refused)
          else refused()
          return true
        },
    }
  },
  addProseMirrorPlugins() {
    const { onLong, onNote, onFiles } = this.options
    const { editor } = this
    const { schema } = editor
    const onPictures = (count: number) =>
      onNote(`${count === 1 ? 'A picture was' : `${count} pictures were`} left out: a text takes in words alone.`)
    /** What is being pasted: plain text, or what was made of HTML. */
    let text: { words: string; plain: boolean } | undefined
    let made: Made | undefined
    const begin = () => {
      text = undefined
      made = undefined
    }
    return [
      new Plugin({
        // Where the text ends with a picture or the like, the next paste would find nothing to go to.
        appendTransaction(transactions, _before, { doc, tr }) {
          const last = doc.lastChild
          const isBare = last !== null && (last.isAtom || last.type.name === 'gallery')
          if (!isBare || !transactions.some((one) => one.getMeta('paste'))) return null
          tr.insert(doc.content.size, schema.node('paragraph', { id: newId() }))
          return tr.setSelection(TextSelection.atEnd(tr.doc))
        },
        props: {
          handleDOMEvents: { paste: begin, drop: begin },
          clipboardParser: clipboardParser(schema, (read) => {
            made = read
          }),
          clipboardTextParser(words, context, plain) {
            text = { words, plain }
            if (plain) return sliceOf(asItIs(words), schema, context.marks())
            const cells = cellsOf(words)
            return cells && fits(cells) ? tableOf(cells, schema) : sliceOf(fromText(words), schema)
          },
          transformPasted(slice, view) {
            // A block that is moved within the text was looked at when it came.
            if (view.dragging) return slice
            const fit = mapText(slice.content, schema)
            if (slice.openStart === 0 && slice.openEnd === 0 && fit.childCount === 0) return slice
            const blocks = blocksIn(fit)
            const { blocks: cleaned, shed } = cleanLinks(blocks)
            const content = shed ? Fragment.fromJSON(schema, cleaned) : fit
            const all = shed + (made?.shed ?? 0)
            if (made?.pictures) onPictures(made.pictures)
            // Only what comes as blocks of the body can be long; the doctor looks once the paste has landed.
            if (needsDoctor(blocks) && !text?.plain) setTimeout(() => onLong({ blocks: blocks.length, shed: all }))
            return new Slice(content, slice.openStart, slice.openEnd)
          },
          handlePaste(view, event, slice) {
            const files = filesIn(event.clipboardData)
            if (files.length && !event.clipboardData?.getData('text/plain')) {
              onFiles(files)
              return true
            }
            if (!text?.plain && pasteEmbed(editor as Editor, event.clipboardData?.getData('text/plain') ?? ''))
              return true
            if (!text) return false
            const { words, plain } = text
            if (plain) view.dispatch(asWords(view.state.tr, slice))
            else if (inParagraphs(view) && words.length <= longestMarkdown && looksLikeMarkdown(words))
              void pasteMarkdown(view, words, slice, onPictures)
            else return false
            return true
          },
          handleDrop(view, event, slice, moved) {
            if (moved) return dropOnPicture(view, event, slice)
            const files = filesIn(event.dataTransfer)
            if (!files.length) return false
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            onFiles(files, placeInGallery(view, event) ?? at)
            return true
          },
        },
      }),
    ]
  },
})

/** Said to be more than that, it would be looked through for links by others. */
const asWords = (tr: Transaction, slice: Slice) => tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true)

const filesIn = (data: DataTransfer | null | undefined) => [...(data?.files ?? [])]

/** Whether the caret is where blocks can stand, and not in a pull quote or the like. */
const inParagraphs = ({ state }: EditorView) => state.selection.$from.parent.type.name === 'paragraph'

const fits = (cells: string[][]) => cells.length <= mostRows && (cells[0]?.length ?? 0) <= mostColumns

function tableOf(cells: string[][], schema: Schema): Slice {
  const cell = (text: string) => schema.node('tableCell', { id: null }, text ? schema.text(text) : undefined)
  const rows = cells.map((row) => schema.node('tableRow', { id: null }, row.map(cell)))
  return new Slice(Fragment.from(schema.node('table', { id: null }, rows)), 0, 0)
}

function sliceOf(paragraphs: Paragraph[], schema: Schema, marks: readonly Mark[] = []): Slice {
  const nodes = paragraphs.map(({ content }) =>
    schema.node(
      'paragraph',
      { id: null },
      content?.map(({ text }) => schema.text(text, marks)),
    ),
  )
  // Open ends let the first and the last line join the words around the caret.
  return nodes.length ? new Slice(Fragment.from(nodes), 1, 1) : Slice.empty
}

const blocksIn = (content: Fragment) => (content.toJSON() ?? []) as Block[]

function mapText(content: Fragment, schema: Schema): Fragment {
  const nodes: Node[] = []
  for (const node of content.content) {
    const text = cleanText(node.text ?? '')
    if (!node.isText) nodes.push(node.copy(mapText(node.content, schema)))
    else if (text) nodes.push(schema.text(text, node.marks))
  }
  return Fragment.from(nodes)
}
