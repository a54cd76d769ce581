'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

import { answerTabs, leavePage, type Owing } from '#lib/device/tabs'

import { useLibrary } from '../library/library'

/** How long what is on its way may take before one is asked, in milliseconds. */
const PATIENCE = 1500

type Props = {
  person: string
  story: string
  /** Whether something typed here is not on the server. */
  owes: () => boolean
  headline: () => string
  onSignedOut: () => void
}

/** @property text whether something typed here is not on the server */
type Asked = { to: string; text: boolean }

export type Leaving = NonNullable<ReturnType<typeof useLeaving>>

/**
 * A link of the page waits until what was typed, and what is being sent, has arrived, and asks where it does not. Other
 * pages of this browser are told what is unsent here; where the person signs out there, this one is left.
 * @returns what is asked while one is about to go, what goes, and what stays
 */
export function useLeaving(props: Props) {
  const router = useRouter()
  const { sending } = useLibrary()
  const [asked, ask] = useState<Asked>()
  const now = useRef({ ...props, sending })
  now.current = { ...props, sending }
  const { person, story } = props

  useEffect(() => {
    const waits = () => now.current.owes() || now.current.sending > 0
    const leave = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return
      if (link.pathname === location.pathname) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || !waits()) return
      event.preventDefault()
      event.stopPropagation()
      const { href } = link
      const end = Date.now() + PATIENCE
      while (waits() && Date.now() < end && navigator.onLine) await new Promise((resolve) => setTimeout(resolve, 50))
      if (waits()) ask({ to: href, text: now.current.owes() })
      else router.push(href)
    }
    document.addEventListener('click', leave, { capture: true })
    return () => document.removeEventListener('click', leave, { capture: true })
  }, [router])

  useEffect(
    () =>
      answerTabs(
        person,
        (): Owing | undefined =>
          now.current.owes()
            ? { path: `/desk/stories/${story}`, headline: now.current.headline() || 'New story' }
            : undefined,
        (lose) => {
          if (now.current.owes() && !lose) now.current.onSignedOut()
          else leavePage(() => location.assign('/sign-in'))
        },
      ),
    [person, story],
  )

  return (
    asked && {
      ...asked,
      sending,
      stay: () => ask(undefined),
      go: () => leavePage(() => location.assign(asked.to)),
    }
  )
}
