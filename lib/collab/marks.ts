/** How long after an edit the server is asked whether it has it, in milliseconds. */
const ASK_AFTER = 150

/** How long an answer may take before the connection counts as dead, in milliseconds. */
const LATE = 20_000

/** A text whose last changes are not known to be kept; the message may be shown. */
export class NotSaved extends Error {
  override name = 'NotSaved'
}

/**
 * Tells whether everything typed here is in the server's log. Counters of acknowledgements were seen to say so too
 * early after a reconnection; the answer to a mark, sent behind the edits on the same connection, never does.
 * @param send asks the server; false while there is no connection
 * @param tell called whenever the answer may have changed
 * @param late called when the server does not answer
 */
export function makeMarks(send: (n: number) => boolean, tell: () => void, late: () => void) {
  // A copy on this device may hold text that was never sent, so it begins with one edit unsent.
  let edits = 1
  let asked = 0
  let kept = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let overdue: ReturnType<typeof setTimeout> | undefined
  let waiting: { n: number; done: () => void }[] = []

  function ask() {
    clearTimeout(timer)
    timer = undefined
    if (kept === edits || !send(edits)) return
    asked = edits
    overdue ??= setTimeout(late, LATE)
  }

  function calm() {
    clearTimeout(overdue)
    overdue = undefined
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
      calm()
      if (asked > kept) overdue = setTimeout(late, LATE)
      waiting = waiting.filter((one) => one.n > n || one.done())
      tell()
    },
    /** Resolves when all that is typed until now is kept. @throws NotSaved after `patience` ms */
    reached(patience: number): Promise<void> {
      ask()
      const n = edits
      if (kept >= n) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          waiting = waiting.filter((one) => one.done !== done)
          reject(new NotSaved('The last of your text has not reached the server yet. Try again when it says “Saved”.'))
        }, patience)
        const done = () => {
          clearTimeout(tooLate)
          resolve()
        }
        waiting.push({ n, done })
      })
    },
    /** The connection is gone, and with it what was asked. */
    lost: calm,
    stop() {
      clearTimeout(timer)
      calm()
    },
  }
}
