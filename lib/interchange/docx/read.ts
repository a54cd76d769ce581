import mammoth from 'mammoth'

import type { Refused } from '#lib/processes/refused'

import { blocksOf } from '../html/blocks'
import { parseHtml } from '../html/parse'
import { openZip, type Zip, ZipFault } from '../zip'
import { notAnArchive, notWord } from './kind'
import type { WordText } from './word-text'

/** A text of 100,000 words takes 10 MB of Word's XML. */
const limits = { entries: 3000, entry: 24_000_000, all: 64_000_000 }

/** Nobody edits more as one story. */
const mostBlocks = 5000

/** Styles that say what a paragraph is; Word and LibreOffice keep these names in English. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "r[style-name='Emphasis'] => em",
]

/**
 * A Word file as blocks: its text with all changes accepted, its notes behind it; no pictures, no comments, no headers.
 * To be run where it may be killed: what it reads can be made to take long.
 */
export async function readWord(bytes: Buffer): Promise<WordText | Refused> {
  const other = notAnArchive(bytes)
  if (other) return { refused: 'invalid', message: other }
  try {
    const zip = openZip(bytes, limits)
    const strange = notWord(zip)
    if (strange) return { refused: 'invalid', message: strange }
    return await convert(zip)
  } catch (error) {
    return refusalOf(error)
  }
}

async function convert(zip: Zip): Promise<WordText | Refused> {
  const xml: Record<string, string> = {}
  const file = {
    exists: zip.has,
    read: async (name: string, encoding?: string) => {
      if (!encoding) return zip.read(name)
      const text = new TextDecoder().decode(zip.read(name))
      // Word writes none; with them a few bytes could grow to gigabytes.
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ZipFault('damaged')
      xml[name] = text
      return text
    },
  }
  const { value } = await mammoth.convertToHtml({ file } as never, {
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    // Counted, never read.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  })
  const { blocks, pictures } = blocksOf(parseHtml(value))
  if (blocks.length > mostBlocks)
    return { refused: 'too-large', message: `This file has ${blocks.length} paragraphs; a story takes ${mostBlocks}.` }
  const count = (sign: RegExp, name = /^word\/document/) =>
    Object.entries(xml).reduce((sum, [path, text]) => sum + (name.test(path) ? (text.match(sign)?.length ?? 0) : 0), 0)
  return {
    blocks,
    pictures,
    comments: count(/<w:comment /g, /^word\/comments\d*\.xml$/),
    changes: count(/<w:(?:ins|del|moveTo) /g),
  }
}

function refusalOf(error: unknown): Refused {
  const fault = error instanceof ZipFault ? error.fault : 'damaged'
  if (fault === 'too-large') return { refused: 'too-large', message: 'This file grows too large when it is unpacked.' }
  const message =
    fault === 'locked'
      ? 'This file is locked with a password. Save it without one, and drop that.'
      : 'This file is damaged. Open it in Word, save it anew, and drop that.'
  return { refused: 'invalid', message }
}
