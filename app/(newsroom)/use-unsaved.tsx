'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

type Go = () => void

/** What asks before one leaves; undefined while all that this window shows is saved. */
let asks: ((go: Go) => void) | undefined

/** One goes, whatever is not saved. */
let free = false

/** Goes elsewhere by a key as a link would: asks first where something is not saved. */
export function useGo() {
  const router = useRouter()
  return (href: string) => {
    const go = () => router.push(href)
    if (asks) asks(go)
    else go()
  }
}

/**
 * Before one leaves by a link, a key, the browser's Back or the window, while something is not saved.
 * @param kept it is on this device, and is sent when one comes back
 * @returns what asks, if anything
 */
export function useUnsaved(unsaved: boolean, kept = false) {
  const router = useRouter()
  const [away, setAway] = useState<{ go: Go }>()
  useEffect(() => {
    if (!unsaved) return
    free = false
    const listening = new AbortController()
    const { signal } = listening
    const ask = (go: Go) => setAway({ go })
    asks = ask
    const leave = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      if (link.pathname === location.pathname && link.search === location.search) return
      event.preventDefault()
      event.stopImmediatePropagation()
      ask(() => router.push(link.href))
    }
    // Not every browser has it; there Back goes without asking.
    const history = 'navigation' in window ? window.navigation : undefined
    const back = (event: NavigateEvent) => {
      if (event.navigationType !== 'traverse' || !event.cancelable || event.defaultPrevented || free) return
      event.preventDefault()
      ask(() => history?.traverseTo(event.destination.key))
    }
    document.addEventListener('click', leave, { capture: true, signal })
    window.addEventListener('beforeunload', (event) => free || event.preventDefault(), { signal })
    history?.addEventListener('navigate', back, { signal })
    return () => {
      listening.abort()
      if (asks === ask) asks = undefined
    }
  }, [unsaved, router])
  if (!away) return null
  const go = () => {
    free = true
    setAway(undefined)
    away.go()
  }
  return (
    <Dialog
      title="What you changed is not saved"
      onClose={() => setAway(undefined)}
      foot={
        <>
          <Button tone={kept ? 'plain' : 'danger'} onClick={go}>
            {kept ? 'Leave it here' : 'Leave without saving'}
          </Button>
          <Button tone="primary" onClick={() => setAway(undefined)} data-first>
            Stay here
          </Button>
        </>
      }
    >
      <p>
        {kept
          ? 'It is on this device alone, and is sent when you open it here again.'
          : 'Stay, and save it first; else it is gone.'}
      </p>
    </Dialog>
  )
}
