'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'

import { keepVersionAction, listRevisionsAction, readRevisionAction } from './actions'
import type { Listed, Version, Which } from './versions'

type List = { revisions: Listed[]; more: boolean }

/** What is done beside the list: two versions compared, or one about to be restored. */
export type Doing = { compare?: { was: Which; is: Which }; restore?: number }

export type History = ReturnType<typeof useHistory>

/**
 * A story's versions: listed when they are asked for, read one by one, each once.
 * @param sent waits until the server has all that is on this screen
 */
export function useHistory(story: string, sent: () => Promise<unknown>, onSignedOut: () => void) {
  const [list, setList] = useState<List>()
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState<{ message: string; restore?: number }>()
  const [doing, setDoing] = useState<Doing>({})
  const [read, setRead] = useState<Record<number, Version>>({})
  const asked = useRef(new Set<number>())

  const ask = useCallback(
    async (action: () => Promise<FormState>): Promise<FormState> => {
      const state = await action().catch((): FormState => ({ ok: false, message: 'The server was not reached.' }))
      if (state?.signedOut) onSignedOut()
      return state
    },
    [onSignedOut],
  )
  const load = useCallback(
    async (behind: Listed[] = []) => {
      const state = await ask(() => listRevisionsAction(story, behind.at(-1)?.number))
      setProblem(state?.ok ? undefined : state?.message)
      if (!state?.ok) return
      const { revisions, more } = state.detail as List
      setList({ revisions: [...behind, ...revisions], more })
    },
    [ask, story],
  )
  const open = useCallback(
    async (which: Which) => {
      if (which === 'now' || asked.current.has(which)) return
      asked.current.add(which)
      const state = await ask(() => readRevisionAction(story, which))
      if (state?.ok) return setRead((all) => ({ ...all, [which]: state.detail as Version }))
      asked.current.delete(which)
      setProblem(state?.message)
    },
    [ask, story],
  )
  const { compare, restore } = doing
  useEffect(() => {
    for (const which of [compare?.was, compare?.is, restore]) if (which !== undefined) void open(which)
  }, [compare?.was, compare?.is, restore, open])

  return {
    list,
    problem,
    done,
    doing,
    read,
    setDoing,
    setDone,
    /** Reads one, once; then it is among those `read`. */
    open,
    sent,
    load: useCallback(() => load(), [load]),
    loadMore: () => load(list?.revisions),
    /** @returns why it was not kept */
    async keep(name: string): Promise<string | undefined> {
      setDone(undefined)
      try {
        await sent()
      } catch {
        return 'Not kept: the last of your text has not reached the server.'
      }
      const state = await ask(() => keepVersionAction(story, name))
      if (!state?.ok) return state?.message
      setDone({ message: `Kept as revision ${(state.detail as { number: number }).number}.` })
      await load()
      return undefined
    },
  }
}
