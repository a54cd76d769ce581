import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { Refusal } from '#lib/errors'
import { everyDocument } from '#lib/testing/document'

import { emptyDocument, readLine, seedUpdate, toDocument } from './ydoc'

const opened = (update: Uint8Array) => {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, update)
  return ydoc
}

test('a seeded document reads back the same', () => {
  expect(toDocument(opened(seedUpdate(everyDocument)))).toEqual(everyDocument)
})

test('an empty story has one paragraph, with an id, to write in', () => {
  const { body, headline, standfirst } = toDocument(opened(seedUpdate(emptyDocument())))
  expect({ headline, standfirst }).toEqual({ headline: '', standfirst: '' })
  expect(body.content).toEqual([{ type: 'paragraph', attrs: { id: expect.stringMatching(/^[0-9a-z]{12}$/) } }])
  expect(
    toDocument(opened(seedUpdate({ ...everyDocument, body: { type: 'doc', content: [] } }))).body.content,
  ).toHaveLength(1)
})

test('equal texts make equal JSON, whatever the order in which attributes were set', () => {
  const make = (names: string[]) => {
    const ydoc = new Y.Doc()
    const quote = new Y.XmlElement('quote')
    ydoc.getXmlFragment('body').push([quote])
    for (const name of names) quote.setAttribute(name, name)
    return JSON.stringify(toDocument(ydoc))
  }
  expect(make(['id', 'speaker', 'role'])).toBe(make(['role', 'speaker', 'id']))
})

test('two lines that a merge left are read as one, and reading changes nothing', () => {
  const ydoc = opened(seedUpdate(everyDocument))
  const more = new Y.XmlElement('paragraph')
  ydoc.getXmlFragment('headline').push([more])
  more.push([new Y.XmlText('again')])
  const before = Y.encodeStateAsUpdate(ydoc)
  expect(readLine(ydoc, 'headline')).toBe('River rises again')
  toDocument(ydoc)
  expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before)
})

test('control characters in the log are not in the document', () => {
  const document = structuredClone(everyDocument)
  document.headline = 'River\u0000 rises\u0007'
  expect(toDocument(opened(seedUpdate(document))).headline).toBe('River rises')
})

test('what is not of the schema is not read as something else, but refused in words that help', () => {
  const ydoc = new Y.Doc()
  ydoc.getXmlFragment('body').push([new Y.XmlElement('script')])
  expect(() => toDocument(ydoc)).toThrow(
    new Refusal(
      'rule',
      'This story was written with a newer version of Stet than the one that runs here. Bring this one up to date first.',
    ),
  )
  expect(ydoc.getXmlFragment('body').length).toBe(1)
})
