type Entry = { run: () => PromiseLike<unknown>; resolve: (value: never) => void; reject: (error: unknown) => void }

/**
 * Many callers' appends in one commit: those that come while a commit is under way make up the next one.
 * When a group fails, each of its appends is tried once more alone, so that a bad one fails nobody else.
 * @param commit runs its argument in one transaction
 */
export function grouped(commit: <T>(run: () => Promise<T>) => Promise<T>) {
  let waiting: Entry[] = []
  let busy = false

  const settle = async (group: Entry[]) => {
    let results: unknown[] = []
    try {
      await commit(async () => {
        results = []
        for (const entry of group) results.push(await entry.run())
      })
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error)
      for (const entry of group) await settle([entry])
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
