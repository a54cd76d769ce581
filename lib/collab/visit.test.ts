import { once } from 'node:events'

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { readLine } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { stories } from '#lib/story/tables'
import { cookieOf, socketWith, startCollab, until } from '#lib/testing/collab'
import { deskForEach } from '#lib/testing/desk'
import { beginStory, typeHeadline } from '#lib/testing/log'

import { collabPath, opening } from './protocol'

const desk = deskForEach()
let server: Awaited<ReturnType<typeof startCollab>>
let url: string
beforeEach(async () => {
  await beginStory('flood')
  server = await startCollab()
  url = server.origin.replace('http', 'ws') + collabPath
})
afterEach(async () => {
  await server.close()
})

test('who lost the right to edit does not keep it by opening the story once more on the same socket', async () => {
  await db.write((tx) => tx.update(people).set({ allSections: true }).where(eq(people.id, 'nadia')))
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: socketWith({ cookie: await cookieOf(desk.nadia) }),
  })
  const scopes: string[] = []
  const openOn = () => {
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name: 'flood',
      sessionAwareness: true,
      document: new Y.Doc(),
      token: opening('nadia'),
      onAuthenticated: ({ scope }) => scopes.push(scope),
    })
    provider.attach()
    return provider
  }
  try {
    const first = openOn()
    await until(() => first.synced)
    await db.write((tx) => tx.update(stories).set({ createdBy: 'petra' }).where(eq(stories.id, 'flood')))
    openOn()
    await until(() => scopes.length > 1)
    expect(scopes.slice(0, 2)).toEqual(['read-write', 'readonly'])
    await new Promise((resolve) => setTimeout(resolve, 1500))
    typeHeadline('mine ')(first.document)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(readLine(await loadLog(db, 'flood'), 'headline')).toBe('River rises')
  } finally {
    socket.destroy()
  }
})

test('a stranger’s socket ends when it has sent more than a page would, in however many parts', async () => {
  const stranger = new WebSocket(url)
  await once(stranger, 'open')
  const part = new Uint8Array(300_000).fill(1)
  for (let sent = 0; sent < 4; sent += 1) stranger.send(part)
  await once(stranger, 'close', { signal: AbortSignal.timeout(3000) })
})
