'use client'

import { useEffect, useState } from 'react'

import { SiteFrame, type Width } from '#app/(newsroom)/desk/site-frame'
import type { Theme } from '#lib/site/theme/content'
import { toToken } from '#lib/theme/token'
import { Switch } from '#lib/ui/switch'

/** Pages that are shown: their addresses, by what they are. */
export type Places = { home: string; story?: string }
type Place = keyof Places

/** Milliseconds after the last key: a page is made for each look that is shown. */
const PAUSE = 250

const named = { home: 'home page', story: 'newest story' } as const

/** The paper's own pages in the look that the form says, before it is saved. */
export function LookPreview({ theme, places }: { theme: Theme; places: Places }) {
  const [place, setPlace] = useState<Place>('home')
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const [width, setWidth] = useState<Width>('desktop')
  const token = useSettled(toToken(theme))
  const path = places[place] ?? places.home
  return (
    <section aria-label="Preview" className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {places.story && (
          <Switch legend="Page" choices={{ home: 'Home', story: 'Story' }} value={place} onChange={setPlace} />
        )}
        <Switch legend="Light or dark" choices={{ light: 'Light', dark: 'Dark' }} value={scheme} onChange={setScheme} />
        <Switch
          legend="Width"
          choices={{ desktop: 'Desktop', phone: 'Phone' }}
          value={width}
          onChange={setWidth}
          className="ms-auto"
        />
      </div>
      <SiteFrame
        key={place}
        title={`The ${named[place]} as it would look, ${scheme}`}
        src={`/preview/look/${token}/${scheme}/at${path === '/' ? '' : path}`}
        width={width}
      />
    </section>
  )
}

/** What a value is once it stays as it is. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
