import { compile, type Found, type Query, search } from './search'

/** An expression that has not come to an end by then would go on for hours, or for ever. Milliseconds. */
const patience = 1500

export type Searcher = { search: (texts: string[], query: Query) => Promise<Found>; end: () => void }

/**
 * Looks for words at once, and for an expression in a worker: some expressions need more time than there is for a line
 * of text, and nothing but ending the worker stops them. A new search ends the one before it, which then never answers.
 */
export function startSearcher(): Searcher {
  let worker: Worker | undefined
  let busy = false
  let late: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(late)
    if (worker) {
      // One that is ended while it is being loaded says so as a fault of its own, when the next one is at work.
      worker.onmessage = null
      worker.onerror = null
      worker.terminate()
    }
    worker = undefined
    busy = false
  }
  const beside = (texts: string[], query: Query) =>
    new Promise<Found>((answer) => {
      if (busy) end()
      busy = true
      const settle = (found: Found) => {
        busy = false
        clearTimeout(late)
        answer(found)
      }
      const fail = (fault: string) => {
        end()
        answer({ fault })
      }
      worker ??= new Worker(new URL('./search-worker.ts', import.meta.url))
      worker.onmessage = ({ data }: MessageEvent<Found>) => settle(data)
      worker.onerror = () => fail('Expressions cannot be looked for here: the browser did not start the search.')
      late = setTimeout(
        () => fail('This expression takes too long. One with fewer repeats in repeats would not.'),
        patience,
      )
      worker.postMessage({ texts, query })
    })
  return {
    search: async (texts, query) => {
      const safe = !query.regex || query.words === '' || typeof compile(query) === 'string'
      return safe ? search(texts, query) : beside(texts, query)
    },
    end,
  }
}
