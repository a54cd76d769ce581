'use client'

import { useEffect, useState } from 'react'

import { type CopyFacts, listCopies } from '#lib/device/copies'
import { listKeptPages, offlinePath } from '#lib/device/kept-pages'
import { whenIn } from '#lib/settings/time'
import { Button } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Notice } from '#lib/ui/notice'

type Kept = Pick<CopyFacts, 'story' | 'headline' | 'at' | 'unsent'> & { opens: boolean }

/** A story that has copies of several versions of the document is one story. */
async function listKept(person: string): Promise<Kept[]> {
  const [copies, pages] = await Promise.all([listCopies(person), listKeptPages(person)])
  const kept = new Map<string, Kept>()
  for (const { story, headline, at, unsent } of copies) {
    const known = kept.get(story)
    kept.set(story, {
      story,
      headline: known?.headline || headline,
      at: Math.max(at, known?.at ?? 0),
      unsent: unsent || Boolean(known?.unsent),
      opens: pages.includes(storyAddress(story)),
    })
  }
  return [...kept.values()]
}

/** How often the server is asked whether it is back, in milliseconds. */
const AGAIN = 5000

const storyAddress = (story: string) => `/desk/stories/${story}`

/** The stories that this browser keeps of this person: those that open without the server, and what waits to be sent. */
export function KeptStories({ person, timezone }: { person: string; timezone: string }) {
  const [kept, setKept] = useState<Kept[]>()
  const [stands, setStands] = useState<string>()
  useEffect(() => {
    // In another page's stead one cannot do what one came for.
    const away = location.pathname !== offlinePath
    if (away) setStands(navigator.onLine ? 'The server cannot be reached.' : 'You are offline.')
    listKept(person).then(setKept, () => setKept([]))
  }, [person])
  useComesBack()
  if (!kept) return <p className="px-4 py-3 text-muted">Looking what is kept on this device…</p>
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {stands && (
        <div className="px-4 pt-3">
          <Notice tone="warning" title={stands}>
            <p>
              This page needs the server.{' '}
              {kept.length > 0 && 'Stories that you opened on this device open without it: '}
              {kept.length > 0 && 'what you write in them is kept here, and sent when you are back.'}
            </p>
            <p className="mt-2">
              <Button small onClick={() => location.reload()}>
                Try again
              </Button>
            </p>
          </Notice>
        </div>
      )}
      {kept.length === 0 ? (
        <Empty title="No story is kept on this device.">Stories that you open here would stand here.</Empty>
      ) : (
        <ul aria-label="Stories on this device" className="mt-3 border-t border-line">
          {kept.map((one) => (
            <Story
              key={one.story}
              {...one}
              when={one.at ? whenIn(new Date(one.at), timezone, new Date()) : undefined}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function Story({ story, headline, unsent, opens, when }: Kept & { when: string | undefined }) {
  const name = headline || 'New story'
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-4 py-2.5">
      {opens ? (
        <a href={storyAddress(story)} className="min-w-0 font-medium hover:underline">
          {name}
        </a>
      ) : (
        <span className="min-w-0">
          {name} <span className="text-quiet">opens with the server only</span>
        </span>
      )}
      <span className="text-label text-quiet max-phone:basis-full phone:ms-auto">
        {unsent ? <b className="text-changes">Not sent yet</b> : 'All of it is on the server'}
        {when && `, last typed ${when}`}
      </span>
    </li>
  )
}

/** In another page's stead: the page that was asked for comes as soon as the server answers, whatever the browser says. */
function useComesBack() {
  useEffect(() => {
    if (location.pathname === offlinePath) return
    const look = () =>
      void fetch('/api/health', { method: 'HEAD', cache: 'no-store' }).then(
        ({ ok }) => ok && location.reload(),
        () => {},
      )
    const timer = setInterval(look, AGAIN)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', look)
    }
  }, [])
}
