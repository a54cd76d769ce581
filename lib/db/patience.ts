import { isRefusal } from '#lib/errors'

/**
 * Does what a start cannot do without, however often the database is busy: another process may be making all live rows
 * anew, or a killed one's journal be read again. A write by itself gives up after five seconds.
 * @param ms for which it is tried again
 */
export async function patiently<T>(work: () => Promise<T>, ms = 60_000): Promise<T> {
  const until = performance.now() + ms
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isRefusal(error) || error.reason !== 'busy' || performance.now() >= until) throw error
    }
  }
}
