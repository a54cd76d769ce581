'use client'

import { useEffect, useState } from 'react'

import { findHeadlineAction } from '../look-ups'

/** What a story that a text leads to is called now; undefined until that is known, and for none. */
export function useTarget(story: string) {
  const [target, setTarget] = useState<{ headline: string; live: boolean }>()
  useEffect(() => {
    let stale = false
    setTarget(undefined)
    if (story)
      findHeadlineAction(story).then(
        (found) => !stale && setTarget(found ?? { headline: 'This story is not there any more.', live: false }),
        () => !stale && setTarget({ headline: 'Its headline could not be looked up.', live: true }),
      )
    return () => {
      stale = true
    }
  }, [story])
  return target
}
