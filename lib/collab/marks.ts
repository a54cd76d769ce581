/** How long after an edit the server is asked whether it has it, in milliseconds. */
const ASK_AFTER = 150

/** A text whose last changes are not known to be kept; the message may be shown. */
export class NotSaved extends Error {
  override name = 'NotSaved'
}

/**
 * Tells whether everything typed here is in the server's log. Counters of acknowledgements were seen to say so too
 * early after a reconnection; the answer to a mark, sent behind the edits on the same connection, never does.
 * @param send asks the server; false while there is no connection
 * @param tell called whenever the answer may have changed
 */
export function makeMarks(send: (n: number) => boolean, tell: () => void) {
  // A copy on this device may hold text that was never sent, so it begins with one edit unsent.
  let edits = 1
  let kept = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: { n: number; done: () => void }[] = []

  function ask() {
    clearTimeout(timer)
    timer = undefined
    if (kept < edits) send(edits)
  }

  return {
    unsent: () => kept < edits,
    /** Something was typed. */
    edited() {
      edits += 1
      timer ??= setTimeout(ask, ASK_AFTER)
      if (kept === edits - 1) tell()
    },
    /** Asks at once: the connection is there (again). */
    ask,
    answered(n: number) {
      if (n <= kept || n > edits) return
      kept = n
      waiting = waiting.filter((one) => one.n > n || one.done())
      tell()
    },
    /** Resolves when all that is typed until now is kept. @throws NotSaved after `patience` ms */
    reached(patience: number): Promise<void> {
      ask()
      const n = edits
      if (kept >= n) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting = waiting.filter((one) => one.done !== done)
          reject(new NotSaved('The last of your text has not reached the server yet. Try again when it says “Saved”.'))
        }, patience)
        const done = () => {
          clearTimeout(late)
          resolve()
        }
        waiting.push({ n, done })
      })
    },
    stop: () => clearTimeout(timer),
  }
}
