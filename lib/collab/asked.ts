import type { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'

type Socket = Pick<HocuspocusProviderWebsocket, 'webSocket'>

const OPEN = 1
/** Hocuspocus's kind of message that carries Yjs's own, and the first of these: what is here, so what is lacking? */
const SYNC = 0
const STEP_1 = 0

/**
 * Lets edits go out only where the server has asked what it lacks, as each connection begins: the answer holds all that
 * was typed before. An edit that was left over from a connection as it ended, or went ahead of the answer, would build on
 * what the server has not got; a mark that did would have it vouch for edits that never left.
 * @returns whether the server has asked on the connection that is open now
 */
export function sendWhenAsked(provider: HocuspocusProvider, socket: Socket): () => boolean {
  let asked = false
  const forget = () => (asked = false)
  provider.on('open', forget)
  provider.on('close', forget)
  // Told before it is answered, in the same turn: nothing is typed between.
  provider.on('message', ({ message }: { message: { readVarString(): string; readVarUint(): number } }) => {
    message.readVarString()
    if (message.readVarUint() === SYNC && message.readVarUint() === STEP_1) asked = true
  })
  const isAsked = () => asked && socket.webSocket?.readyState === OPEN
  const { document } = provider
  document.off('update', provider.boundDocumentUpdateHandler)
  const send = (update: Uint8Array, origin: unknown) => {
    if (isAsked()) provider.documentUpdateHandler(update, origin)
  }
  document.on('update', send)
  provider.on('destroy', () => document.off('update', send))
  return isAsked
}
