import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'

import { db } from '#lib/db/client'
import { findDocumentFault } from '#lib/story/document/check'
import { toDocument } from '#lib/story/document/ydoc'
import { compact } from '#lib/story/log/compact'
import { loadLog } from '#lib/story/log/read'
import { comeBack, documentOf, goOffline, isSaved, until } from '#lib/testing/collab'
import { floodInRooms, setPerson } from '#lib/testing/rooms'

import type { Connection } from './connection'

const { desk, server, start, opens, leave } = floodInRooms()

/** Where in the paragraph, as a part of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const who = fc.nat(2)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('type' as const), who, place, count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('delete' as const), who, place, count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offline' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('online' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('compact' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
)

/** Every letter that is typed is another one, so that each can be found again. */
const FIRST = 0x4e00

const textOf = (ydoc: Y.Doc): Y.XmlText => {
  const paragraph = ydoc.getXmlFragment('body').get(1) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}
const lettersOf = (text: Y.XmlText) => (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
const typedIn = (ydoc: Y.Doc) =>
  [...JSON.stringify(toDocument(ydoc))].filter(
    (sign) => (sign.codePointAt(0) ?? 0) >= FIRST && (sign.codePointAt(0) ?? 0) < 0xa000,
  )

test('whatever three people type and delete, off and on, ends equal with everybody, and nothing is lost or there twice', async () => {
  await setPerson(desk.sal, { allSections: true })
  let typed = 0
  const kept = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const people = await Promise.all([desk.nadia, desk.petra, desk.sal].map((person) => opens(person)))
      const at = (index: number) => people[index] as Connection
      for (const one of steps) {
        if (one.do === 'type') {
          const text = textOf(documentOf(at(one.who)))
          for (let i = 0; i < one.count; i += 1) {
            const sign = String.fromCodePoint(FIRST + typed)
            typed += 1
            kept.add(sign)
            text.insert(Math.floor(one.place * text.length), sign)
          }
        } else if (one.do === 'delete') {
          const text = textOf(documentOf(at(one.who)))
          const from = Math.min(Math.floor(one.place * text.length), Math.max(0, text.length - one.count))
          for (const sign of lettersOf(text).slice(from, from + one.count)) kept.delete(sign)
          text.delete(from, Math.min(one.count, text.length - from))
        } else if (one.do === 'offline') goOffline(at(one.who))
        else if (one.do === 'online') comeBack(at(one.who))
        else if (one.do === 'wait') await new Promise((resolve) => setTimeout(resolve, one.ms))
        else if (one.do === 'compact') await compact('flood')
        else {
          const { port } = new URL(server.origin)
          await server.close()
          await start(Number(port))
        }
      }
      for (const person of people) comeBack(person)
      await until(() => people.every((person) => isSaved(person)()), 20_000)
      const logged = () => loadLog(db, 'flood').then(toDocument)
      const whole = await logged()
      await until(() =>
        people.every((person) => JSON.stringify(toDocument(documentOf(person))) === JSON.stringify(whole)),
      )
      expect(findDocumentFault(whole)).toBeUndefined()
      expect(typedIn(await loadLog(db, 'flood')).sort()).toEqual([...kept].sort())
      await leave()
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 120_000)
