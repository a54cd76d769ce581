'use client'

import { useCallback, useEffect, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'

const unreached: FormState = { ok: false, message: 'The server was not reached.' }

/**
 * What a part of the panel asks the server for when it is shown, and again after each of its acts.
 * @param look asks; has to stay the same function while the same is asked for
 */
export function useAsked<Found>(look: () => Promise<FormState>, onSignedOut: () => void) {
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<string>()
  const ask = useCallback(
    async (action: () => Promise<FormState>): Promise<FormState> => {
      const state = await action().catch(() => unreached)
      if (state?.signedOut) onSignedOut()
      return state
    },
    [onSignedOut],
  )
  const load = useCallback(async () => {
    const state = await ask(look)
    setProblem(state?.ok ? undefined : state?.message)
    if (state?.ok) setFound(state.detail as Found)
  }, [ask, look])
  useEffect(() => void load(), [load])
  /** Does something, and asks again; what refused it is the problem, unless the caller shows it itself. */
  const act = useCallback(
    async (action: () => Promise<FormState>, shows = false): Promise<FormState> => {
      const state = await ask(action)
      if (state?.ok) await load()
      else if (!shows) setProblem(state?.message)
      return state
    },
    [ask, load],
  )
  return { found, problem, load, act }
}
