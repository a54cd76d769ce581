/** Pages of the desk in one browser tell each other who leaves; each with the person that it was made for. */

/** What only an open page has, or no server has yet: where it is written, and how it is called. */
export type Owing = { path: string; headline: string }

type Message =
  | { t: 'who-owes'; person: string }
  | { t: 'owes'; person: string; owing: Owing }
  | { t: 'signed-out'; person: string; lose: boolean }

/** How long other pages may take to answer, in milliseconds: they are in this very browser. */
const ANSWERS = 200

const open = () => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('stet-desk'))

/**
 * Listens for as long as a page stands.
 * @param owing what it has that no server has
 * @param onSignedOut the person has signed out in another page; `lose`: and gave up what was not sent
 * @returns ends it
 */
export function answerTabs(person: string, owing: () => Owing | undefined, onSignedOut: (lose: boolean) => void) {
  const channel = open()
  if (!channel) return () => {}
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.person !== person) return
    if (data.t === 'signed-out') return onSignedOut(data.lose)
    const own = data.t === 'who-owes' ? owing() : undefined
    if (own) channel.postMessage({ t: 'owes', person, owing: own } satisfies Message)
  }
  return () => channel.close()
}

/** What other pages of this person have that no server has. */
export async function askTabs(person: string): Promise<Owing[]> {
  const channel = open()
  if (!channel) return []
  const told: Owing[] = []
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.t === 'owes' && data.person === person) told.push(data.owing)
  }
  channel.postMessage({ t: 'who-owes', person } satisfies Message)
  await new Promise((resolve) => setTimeout(resolve, ANSWERS))
  channel.close()
  return told
}

/** Tells this browser’s other pages that the person signs out. @param lose whether what is unsent may go */
export function tellTabs(person: string, lose: boolean): void {
  const channel = open()
  channel?.postMessage({ t: 'signed-out', person, lose } satisfies Message)
  channel?.close()
}

/**
 * Goes elsewhere without the browser asking, where nothing can be lost by it.
 * @param safe whether that is so
 */
export function leavePage(go: () => void, safe = true): void {
  if (safe) window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  go()
}
