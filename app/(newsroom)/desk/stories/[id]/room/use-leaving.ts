'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

import { answerTabs, leavePage, type Owing } from '#lib/device/tabs'

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

/**
 * A link of the page waits until what was typed has arrived, and asks where it does not. Other pages of this browser are
 * told what is unsent here; where the person signs out there, this one is left.
 * @returns where one is about to go while text is unsent, what goes there, and what stays
 */
export function useLeaving(props: Props) {
  const router = useRouter()
  const [to, setTo] = useState<string>()
  const now = useRef(props)
  now.current = props
  const { person, story } = props

  useEffect(() => {
    const leave = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return
      if (link.pathname === location.pathname) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || !now.current.owes()) return
      event.preventDefault()
      event.stopPropagation()
      const { href } = link
      const end = Date.now() + PATIENCE
      while (now.current.owes() && Date.now() < end && navigator.onLine)
        await new Promise((resolve) => setTimeout(resolve, 50))
      if (now.current.owes()) setTo(href)
      else router.push(href)
    }
    document.addEventListener('click', leave, { capture: true })
    return () => document.removeEventListener('click', leave, { capture: true })
  }, [router])

  useEffect(
    () =>
      answerTabs(
        person,
        (): Owing | undefined => (now.current.owes() ? { story, headline: now.current.headline() } : undefined),
        (lose) => {
          if (now.current.owes() && !lose) now.current.onSignedOut()
          else leavePage(() => location.assign('/sign-in'))
        },
      ),
    [person, story],
  )

  return {
    to,
    stay: () => setTo(undefined),
    go: () => to !== undefined && leavePage(() => location.assign(to)),
  }
}
