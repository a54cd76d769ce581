import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'

import { copyName, olderCopies } from '#lib/device/copies'
import { keepRecovered } from '#lib/device/recover'
import { readLine } from '#lib/story/document/ydoc'
import type { NudgeAbout } from '#lib/story/nudges'
import { readName } from '#lib/story/text-name'

import { sendWhenAsked } from './asked'
import { keepLocally } from './local-copy'
import { makeMarks } from './marks'
import { makePause } from './pause'
import { collabPath, type Denial, type FromBrowser, type FromServer, opening } from './protocol'
import { placeOf, saveOf } from './save'
import { isSame, type State, unopened } from './state'

type Options = {
  /** Of the desk, like https://paper.example. */
  origin: string
  /** Its id, or the name of a fork of it. */
  story: string
  me: { id: string; name: string }
  /** Nothing is written, whatever this person may. */
  reads?: boolean
  /** The last nudge before the page was made. */
  nudged?: number
  /** Where there is no WebSocket that sends cookies. */
  WebSocketPolyfill?: unknown
}

export type Connection = ReturnType<typeof connect>

/** How long a publication waits for the last keystrokes, in milliseconds. */
const PATIENCE = 10_000

/** A message that the server would not even read; sent again, it would not either. */
const TOO_LARGE = 1009

const denials: Record<Exclude<Denial, 'signed-out'>, string> = {
  schema: 'Stet has been brought up to date, and this page is of the version before: reload it.',
  'not-found': 'This story is no longer yours to open.',
}

/** Opens a story for co-editing: from this device at once, from the server as soon as it can be reached. */
export function connect({ origin, story, me, reads, nudged: seen, WebSocketPolyfill }: Options) {
  const listeners = new Set<() => void>()
  const facts = {
    lost: typeof navigator !== 'undefined' && navigator.onLine === false,
    connected: false,
    readOnly: false,
    signedOut: false,
    refusal: undefined as string | undefined,
    outdated: false,
  }
  let state = unopened(me.name)
  let key = 0
  let typed = false
  let starting = false
  let gone = false
  let life = begin()

  function tell(change: Partial<State> = {}) {
    const room = change.room === undefined ? state.room : change.room
    const { marks, copy } = life
    const all = { ...facts, open: room !== null, unsent: marks.unsent(), kept: copy?.state() ?? 'broken' }
    const { lost: _, ...told } = facts
    const next = { ...state, ...change, ...told, save: saveOf(all), place: placeOf(all), owes: owes() }
    // A whole screen hangs on it.
    if (isSame(state, next)) return
    state = next
    for (const listener of listeners) listener()
  }

  const nudged = (about: NudgeAbout) => ({ ...state.nudges, [about]: state.nudges[about] + 1 })

  /** A text counts as unsent until the server has said otherwise; here something was typed, too. */
  const owes = () => life.marks.unsent() && (typed || Boolean(life.copy?.owes()))

  /** While all is well, nobody is told of each letter on its way into this device's database. */
  function tellPlace() {
    if (facts.lost || facts.readOnly) tell()
  }

  /** One document's life: until the page is left, or the text is begun again from the server. */
  function begin() {
    const ydoc = new Y.Doc()
    const url = `${origin.replace(/^http/, 'ws')}${collabPath}`
    const socket = new HocuspocusProviderWebsocket({
      url,
      WebSocketPolyfill,
      delay: 400,
      minDelay: 200,
      maxDelay: 5000,
      // Timers of a page in the background run once a minute; an edit that nobody answers is noticed sooner.
      messageReconnectTimeout: 90_000,
    })
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name: story,
      document: ydoc,
      token: opening(me.id, reads, seen),
    })
    const room = { key, ydoc, provider, pause: makePause(provider) }
    const isAsked = sendWhenAsked(provider, socket)
    const marks = makeMarks(
      (n) => {
        if (!isAsked()) return false
        if (facts.readOnly) {
          provider.sendStateless(JSON.stringify({ t: 'has', n, seen: snapshotOf(ydoc) } satisfies FromBrowser))
          return false
        }
        provider.sendStateless(JSON.stringify({ t: 'mark', n } satisfies FromBrowser))
        return true
      },
      () => {
        if (marks.unsent()) return tell()
        typed = false
        copy?.sent()
        tell({ savedAt: Date.now() })
      },
      () => {
        Object.assign(facts, { lost: true, connected: false })
        tell()
        socket.disconnect()
        reconnect()
      },
    )
    const copy = keepLocally(copyName(me.id, story), olderCopies(me.id, story), ydoc, {
      loaded() {
        // It is sent by itself; "Saved" is said once it has arrived.
        if (copy?.owes()) marks.edited()
        if (ydoc.getXmlFragment('body').length) tell({ room })
      },
      kept: tellPlace,
      known: (from) => from === provider,
      headline: () => readLine(ydoc, 'headline'),
    })
    ydoc.on('update', (_: Uint8Array, from: unknown) => {
      if (from === provider || from === copy?.origin) return
      typed = true
      marks.edited()
      tellPlace()
    })

    const leave = (why: Partial<typeof facts>) => {
      Object.assign(facts, { connected: false }, why)
      socket.disconnect()
      tell()
    }
    provider.on('authenticated', ({ scope }: { scope: string }) => {
      greet(provider)
      Object.assign(facts, { readOnly: scope === 'readonly', signedOut: false })
    })
    provider.on('synced', () => {
      Object.assign(facts, { lost: false, connected: true })
      const { comments, suggestions } = state.nudges
      tell({ room, nudges: { ...state.nudges, comments: comments + 1, suggestions: suggestions + 1 } })
      marks.ask()
    })
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      if (reason === 'signed-out') leave({ signedOut: true })
      else if (reason === 'schema' || reason === 'not-found')
        leave({ refusal: denials[reason], outdated: reason === 'schema' })
    })
    provider.on('stateless', ({ payload }: { payload: string }) => {
      const message: FromServer = JSON.parse(payload)
      if (message.t === 'marked') marks.answered(message.n)
      else if (message.t === 'nudge') tell({ nudges: nudged(message.about) })
      else leave({ refusal: message.reason })
    })
    provider.on('close', ({ event }: { event: { code: number } }) => {
      Object.assign(facts, { lost: true, connected: false })
      marks.lost()
      if (event.code === TOO_LARGE) leave({ refusal: 'This is too much text at once for the server.' })
      else tell()
    })
    // Colleagues' carets move with each of their keys.
    provider.awareness?.on('change', () => {
      const names = namesOf(provider, me.name)
      if (names.join('\n') !== state.names.join('\n')) tell({ names })
    })
    provider.attach()

    const reconnect = () => {
      // A socket that is still closing connects again by itself when it may.
      socket.shouldConnect = true
      void socket.connect()
    }
    return { room, marks, socket, copy, reconnect }
  }

  async function end(erase: boolean) {
    const { room, marks, socket, copy } = life
    marks.stop()
    room.provider.destroy()
    socket.destroy()
    await (erase ? copy?.erase() : copy?.close())
    room.ydoc.destroy()
  }

  const offline = () => {
    Object.assign(facts, { lost: true, connected: false })
    life.socket.disconnect()
    tell()
  }
  const online = () => {
    if (facts.refusal === undefined && !facts.signedOut) life.reconnect()
  }
  const closing = (event: BeforeUnloadEvent) => {
    if (!owes()) return
    // By the time that this is answered it may have arrived.
    life.marks.ask()
    event.preventDefault()
  }
  const page = typeof window === 'undefined' ? undefined : window
  page?.addEventListener('beforeunload', closing)
  page?.addEventListener('offline', offline)
  page?.addEventListener('online', online)

  return {
    state: () => state,
    /** @returns ends it */
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /**
     * What is on the screen now, as base64 of a Yjs snapshot, once the server has all of it: what a publication sends.
     * @throws NotSaved when it does not arrive in time
     */
    async snapshot(): Promise<string> {
      const seen = snapshotOf(life.room.ydoc)
      if (!facts.readOnly) await life.marks.reached(PATIENCE)
      return seen
    },
    /** Connects again, after signing in again. */
    again() {
      facts.signedOut = false
      tell()
      life.reconnect()
    },
    /**
     * Begins again with what the server has; what is on this device is kept as a recovered text.
     * @param lose throws it away instead
     * @returns false when it could not be kept, and nothing was done
     */
    async startAgain(lose = false): Promise<boolean> {
      if (starting) return true
      starting = true
      try {
        if (!lose) await keepRecovered(me.id, readName(story).storyId, 'refused', life.room.ydoc)
      } catch {
        starting = false
        return false
      }
      await end(true).catch(() => {})
      starting = false
      if (gone) return true
      Object.assign(facts, { lost: false, connected: false, readOnly: false, signedOut: false, refusal: undefined })
      typed = false
      key += 1
      life = begin()
      tell({ room: null, names: [me.name] })
      return true
    },
    /** Leaves the story; the copy on this device stays. */
    async destroy() {
      gone = true
      page?.removeEventListener('beforeunload', closing)
      page?.removeEventListener('offline', offline)
      page?.removeEventListener('online', online)
      listeners.clear()
      if (!starting) await end(false)
    },
  }
}

/**
 * Both sides forget who was here when a connection ends, but not how often each has told of itself, and take nothing
 * that is not newer: colleagues would stay unseen until they tell of themselves again, 15 seconds later.
 */
function greet({ awareness }: HocuspocusProvider) {
  if (!awareness) return
  for (const client of awareness.meta.keys())
    if (client !== awareness.clientID && !awareness.states.has(client)) awareness.meta.delete(client)
  awareness.setLocalState(awareness.getLocalState())
}

function namesOf(provider: HocuspocusProvider, own: string): string[] {
  const states: Record<string, unknown>[] = [...(provider.awareness?.getStates().values() ?? [])]
  const names = states.flatMap(({ user }) => {
    const { name } = (user ?? {}) as { name?: unknown }
    return typeof name === 'string' ? name : []
  })
  return [...new Set([own, ...names])]
}

const snapshotOf = (ydoc: Y.Doc) => base64(Y.encodeSnapshot(Y.snapshot(ydoc)))
const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
