import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'

import { collabPath, opening } from './protocol'

type Options = {
  /** Of the desk, like https://paper.example. */
  origin: string
  me: { id: string }
  /** A text has come, or has changed. */
  onChange: () => void
  /** Where there is no WebSocket that sends cookies. */
  WebSocketPolyfill?: unknown
}

export type Watch = ReturnType<typeof watchTexts>

/** Looks on at texts that others write, all of them over one socket; nothing is sent and nothing kept. */
export function watchTexts({ origin, me, onChange, WebSocketPolyfill }: Options) {
  const watched = new Map<string, { ydoc: Y.Doc; provider: HocuspocusProvider }>()
  let socket: HocuspocusProviderWebsocket | undefined

  function begin(name: string) {
    socket ??= new HocuspocusProviderWebsocket({
      url: `${origin.replace(/^http/, 'ws')}${collabPath}`,
      WebSocketPolyfill,
      delay: 400,
      minDelay: 200,
      maxDelay: 5000,
      messageReconnectTimeout: 90_000,
    })
    const ydoc = new Y.Doc()
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name,
      document: ydoc,
      token: opening(me.id, true),
      awareness: null,
    })
    ydoc.on('update', onChange)
    provider.on('synced', onChange)
    provider.attach()
    watched.set(name, { ydoc, provider })
  }

  function end(name: string) {
    const one = watched.get(name)
    watched.delete(name)
    one?.provider.destroy()
    one?.ydoc.destroy()
  }

  return {
    /** Looks on at these texts, and no longer at others. */
    watch(names: readonly string[]) {
      for (const name of watched.keys()) if (!names.includes(name)) end(name)
      for (const name of names) if (!watched.has(name)) begin(name)
    },
    /** A text's document; undefined until it has come. */
    documentOf(name: string): Y.Doc | undefined {
      const one = watched.get(name)
      return one?.provider.synced ? one.ydoc : undefined
    },
    /** Connects again, after signing in again. */
    again() {
      const names = [...watched.keys()]
      for (const name of names) end(name)
      socket?.destroy()
      socket = undefined
      for (const name of names) begin(name)
    },
    destroy() {
      for (const name of [...watched.keys()]) end(name)
      socket?.destroy()
    },
  }
}
