import type { HocuspocusProvider } from '@hocuspocus/provider'

export type Pause = ReturnType<typeof makePause>

/** A composition that lasts longer has been left standing, and colleagues' words are due. Milliseconds. */
const patience = 10_000

/**
 * Keeps back what the server sends while somebody's input method composes: text that changed beneath it would end the
 * composition, or leave its letters there twice. What one writes oneself goes out all the while.
 */
export function makePause(provider: Pick<HocuspocusProvider, 'onMessage' | 'on'>, longest = patience) {
  const read = provider.onMessage.bind(provider)
  let held: MessageEvent[] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const release = () => {
    clearTimeout(timer)
    const due = held ?? []
    held = undefined
    for (const message of due) read(message)
  }
  provider.onMessage = (event) => {
    if (held) held.push(event)
    else read(event)
  }
  // A new connection begins with all that is missing.
  provider.on('close', () => {
    if (held) held = []
  })
  return {
    begin() {
      held ??= []
      clearTimeout(timer)
      timer = setTimeout(release, longest)
    },
    /** Reads what came meanwhile, in its order. */
    release,
  }
}
