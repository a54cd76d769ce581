type Entry = { run: () => PromiseLike<unknown>; resolve: (value: never) => void; reject: (error: unknown) => void }

/**
 * Many callers' appends in one commit: those that come while a commit is under way make up the next one.
 * When one of a group fails, each is tried once more alone, so that a bad one fails nobody else. When it is the commit
 * that fails, all have: alone, each would only wait as long again for the same database.
 * @param commit runs its argument in one transaction
 */
export function grouped(commit: <T>(run: () => Promise<T>) => Promise<T>) {
  let waiting: Entry[] = []
  let busy = false

  const settle = async (group: Entry[]) => {
    let results: unknown[] = []
    let bad = false
    const runAll = async () => {
      results = []
      bad = true
      for (const entry of group) results.push(await entry.run())
      bad = false
    }
    try {
      await commit(runAll)
    } catch (error) {
      if (bad && group.length > 1) for (const entry of group) await settle([entry])
      else for (const entry of group) entry.reject(error)
      return
    }
    for (const [i, entry] of group.entries()) entry.resolve(results[i] as never)
  }

  const work = async () => {
    busy = true
    while (waiting.length) await settle(take())
    busy = false
  }
  const take = () => {
    const group = waiting
    waiting = []
    return group
  }

  return <T>(run: () => PromiseLike<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ run, resolve, reject })
      if (!busy) void work()
    })
}
