'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

/** Before one leaves the page by a link, or the tab, while something on it is not saved. @returns what asks, if anything */
export function useUnsaved(unsaved: boolean) {
  const router = useRouter()
  const [to, setTo] = useState<string>()
  useEffect(() => {
    if (!unsaved) return
    const listening = new AbortController()
    const leave = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      if (link.pathname === location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      setTo(link.href)
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    document.addEventListener('click', leave, { capture: true, signal: listening.signal })
    window.addEventListener('beforeunload', ask, { signal: listening.signal })
    return () => listening.abort()
  }, [unsaved])
  if (to === undefined) return null
  return (
    <Dialog
      title="What you changed is not saved"
      onClose={() => setTo(undefined)}
      foot={
        <>
          <Button tone="danger" onClick={() => router.push(to)}>
            Leave without saving
          </Button>
          <Button tone="primary" onClick={() => setTo(undefined)} data-first>
            Stay here
          </Button>
        </>
      }
    >
      <p>Stay, and save it first; else it is gone.</p>
    </Dialog>
  )
}
