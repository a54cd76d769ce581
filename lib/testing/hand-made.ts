import { WebSocket } from 'ws'
import * as Y from 'yjs'

import { collabPath } from '#lib/collab/protocol'

import { type Jar, until } from './collab'

/** What a message is about, and what is done; as Hocuspocus and Yjs number them. */
const about = { sync: 0, awareness: 1, auth: 2, stateless: 5, broadcast: 6, close: 7 } as const
const sync = { step1: 0, step2: 1, update: 2 } as const

export type HandMade = Awaited<ReturnType<typeof handMade>>

/**
 * Somebody at the socket without our editor: sends what they like, and notes what comes.
 * @param token what a page would say of itself
 */
export async function handMade(origin: string, story: string, jar: Jar, token: string) {
  const socket = new WebSocket(origin.replace(/^http/, 'ws') + collabPath, { headers: jar })
  const ydoc = new Y.Doc()
  const heard = {
    /** `readonly`, `read-write` or why not. */
    scope: '',
    stateless: [] as string[],
    closed: 0,
    /** The story's text has come. */
    synced: false,
  }
  socket.on('close', (code) => (heard.closed = code))
  socket.on('error', () => (heard.closed ||= 1))
  socket.on('message', (data: Buffer) => {
    const read = reader(new Uint8Array(data))
    read.text()
    const kind = read.number()
    if (kind === about.auth) heard.scope = [read.number(), read.text()][1] as string
    if (kind === about.stateless) heard.stateless.push(read.text())
    // A reply is numbered otherwise than what nobody asked for.
    if (kind === about.sync || kind === 4) {
      const step = read.number()
      if (step !== sync.step1) Y.applyUpdate(ydoc, read.bytes())
      if (step === sync.step2) heard.synced = true
    }
  })
  const send = (...parts: (string | number | Uint8Array)[]) => socket.send(written([story, ...parts]))
  await until(() => socket.readyState === WebSocket.OPEN || heard.closed)
  return {
    ydoc,
    heard,
    /** Shows who one says one is, and asks for the text. */
    async open() {
      send(about.auth, 0, token)
      send(about.sync, sync.step1, Y.encodeStateVector(ydoc))
      await until(() => heard.synced || heard.closed || (heard.scope && !/^read/.test(heard.scope)))
    },
    update: (update: Uint8Array) => send(about.sync, sync.update, update),
    /** The same as an answer to the server's question what it lacks. */
    answer: (update: Uint8Array) => send(about.sync, sync.step2, update),
    stateless: (payload: string) => send(about.stateless, payload),
    broadcast: (payload: string) => send(about.broadcast, payload),
    awareness: (bytes: Uint8Array) => send(about.awareness, bytes),
    /** As they are, addressed to another story perhaps. */
    raw: (parts: (string | number | Uint8Array)[]) => socket.send(written(parts)),
    sync,
    about,
    /** What the server said of an edit that it does not take. */
    refused: () => heard.stateless.some((payload) => payload.includes('"refused"')),
    async leave() {
      socket.terminate()
      await until(() => heard.closed)
    },
  }
}

/** Numbers in groups of seven bits, texts and bytes with their length before them. */
export function written(parts: readonly (string | number | Uint8Array)[]): Uint8Array {
  const bytes = parts.flatMap((part) => {
    if (typeof part === 'number') return [number(part)]
    const body = typeof part === 'string' ? new TextEncoder().encode(part) : part
    return [number(body.length), body]
  })
  return Buffer.concat(bytes)
}

function number(value: number): Uint8Array {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}

function reader(message: Uint8Array) {
  let at = 0
  const number = () => {
    let value = 0
    for (let weight = 1; ; weight *= 128) {
      const byte = message[at++] ?? 0
      value += (byte % 128) * weight
      if (byte < 128) return value
    }
  }
  const bytes = () => {
    const length = number()
    at += length
    return message.subarray(at - length, at)
  }
  return { number, bytes, text: () => new TextDecoder().decode(bytes()) }
}
