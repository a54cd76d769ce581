'use client'

import { useEffect, useState } from 'react'

export type Slugs = typeof import('#lib/story/slug')
let loaded: Slugs | undefined

/** How slugs are made, undefined at first: the letters of all the world's scripts are not to hold up the text. */
export function useSlugs(wanted: boolean): Slugs | undefined {
  const [slugs, setSlugs] = useState(loaded)
  useEffect(() => {
    if (!wanted || slugs) return
    import('#lib/story/slug').then(
      (made) => {
        loaded = made
        setSlugs(made)
      },
      () => {},
    )
  }, [wanted, slugs])
  return slugs
}
