import { cache } from 'react'

import { record } from './context'

/**
 * A query of the readers' side: runs once in a render however often it is asked, and records what it read.
 * @param keys told from the arguments and from what was found; for what is not there they must name the place where
 *   it would appear (`path:…`), so that the page changes when it does
 */
export function reader<Args extends (string | number | undefined)[], Found>(
  query: (...args: Args) => Promise<Found>,
  { keys }: { keys: (args: Args, found: Found) => string[] },
): (...args: Args) => Promise<Found> {
  const once = cache(query)
  return async (...args) => {
    const found = await once(...args)
    record(keys(args, found))
    return found
  }
}
