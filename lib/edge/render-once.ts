import pLimit from 'p-limit'

type Running<T> = { position: number | undefined; result: Promise<T>; next: Promise<T> | undefined }

/** How a page is made, and what that is measured against. */
export type Making<T> = {
  /** Where the publication log stands, as far as can be told without waiting. */
  head(): number
  /** Where it stands exactly. */
  position(): Promise<number>
  /** @param position what a render reads is at least as new */
  render(address: string, position: number): Promise<T>
  /** How many renders, of whatever pages, are under way at once at most: each takes memory. */
  most: number
  /** Milliseconds that one may wait to begin; who asked for it has gone by then. */
  patience: number
}

/**
 * One render of a page at a time, however many ask for it: a request joins the one under way only if nothing was
 * published since that read the log's position, else all such wait together for the next one. `least` is a position
 * that the page must at least be as new as.
 */
export function makeRenderOnce<T>(making: Making<T>): (address: string, least?: number) => Promise<T> {
  const { head, position, render, most, patience } = making
  const inTurn = pLimit(most)
  const running = new Map<string, Running<T>>()

  function start(address: string): Promise<T> {
    const asked = performance.now()
    const one: Running<T> = { position: undefined, result: inTurn(work), next: undefined }
    async function work() {
      if (performance.now() - asked > patience) throw new Error('Too many other pages are being made.')
      // The position comes first: what is committed while the page is rendered may be in it or not.
      const at = await position()
      one.position = at
      return render(address, at)
    }
    const ended = () => void running.delete(address)
    one.result.then(ended, ended)
    running.set(address, one)
    return one.result
  }

  return function ask(address: string, least = 0): Promise<T> {
    const one = running.get(address)
    if (!one) return start(address)
    if (one.position === undefined || Math.max(head(), least) <= one.position) return one.result
    const again = () => ask(address, least)
    one.next ??= one.result.then(again, again)
    return one.next
  }
}
