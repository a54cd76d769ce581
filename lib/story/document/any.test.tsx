import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { findProblems } from '#lib/checks/publish'
import { en } from '#lib/messages/en'
import { anyDocument } from '#lib/testing/any-document'

import { changesBetween } from './changes'
import { findDocumentFault } from './check'
import { frameOrigins } from './embed/frames'
import { DocumentBody } from './react'
import { bodyText, countWords } from './text'
import { canonical, seedUpdate, toDocument } from './ydoc'

const setting = { related: new Map(), day: (iso: string) => iso, dated: (iso: string) => iso, words: en }

test('every document of the schema passes the check, is rendered, told as text, counted and looked through', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(findDocumentFault(document)).toBeUndefined()
      const html = renderToStaticMarkup(<DocumentBody body={document.body} setting={setting} />)
      expect(html).not.toMatch(/undefined|\[object|NaN|<script|<iframe| on\w+=/)
      for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(https:|mailto:)/)
      expect(countWords(bodyText(document.body))).toBeGreaterThanOrEqual(0)
      for (const origin of frameOrigins(document.body)) expect(origin).toMatch(/^https:\/\/[a-z.-]+$/)
      findProblems({ ...document, slug: 's', sectionId: null, people: [], main: null })
      expect(changesBetween(document, document)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('every document comes back from co-editing as it went in', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const ydoc = new Y.Doc()
      Y.applyUpdate(ydoc, seedUpdate(document))
      const back = toDocument(ydoc)
      expect(back.headline).toBe(document.headline)
      expect(back.body.content).toEqual(document.body.content.map(canonical))
      expect(findDocumentFault(back)).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})
