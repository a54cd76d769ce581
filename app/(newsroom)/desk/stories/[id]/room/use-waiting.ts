'use client'

import { useEffect, useMemo } from 'react'

import type { StoryDocument } from '#lib/story/document/nodes'
import { lines } from '#lib/story/document/parts'
import type { Fields, LiveProps } from '../props'
import { markBlocks } from '../text/block-marks'
import type { Editors } from '../text/use-editors'
import { dotsOf, type Waiting, waitingOf } from './waiting'

/** What waits for publication, with dots under it in the text. */
export function useWaiting(
  live: LiveProps | null,
  text: StoryDocument | null,
  fields: Fields,
  editors: Editors | null,
): Waiting {
  const waiting = useMemo(() => waitingOf(live, text, fields), [live, text, fields])
  useEffect(() => {
    if (!editors) return
    const dots = dotsOf(waiting.text)
    markBlocks(editors.body, 'waiting', dots)
    for (const name of lines)
      markBlocks(
        editors[name],
        'waiting',
        dots.filter(({ id }) => id === name).map((mark) => ({ ...mark, id: null })),
      )
  }, [editors, waiting])
  return waiting
}
