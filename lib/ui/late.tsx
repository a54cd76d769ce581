'use client'

import { type ComponentType, useEffect, useState } from 'react'

import { Button } from './button'
import { Notice } from './notice'

/**
 * A part that few need, loaded when it is first shown. Where it cannot be loaded it says so in its place, and all else on
 * the screen stays as it is.
 * @param waits what stands there until then
 * @param over it is a dialog: what is wrong stands over the screen, at its foot; left by Escape where it has `onClose`
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waits, over = false }: { waits?: string; over?: boolean } = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined
  return function Late(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (Part || failed) return
      let gone = false
      load().then(
        (part) => {
          loaded = part
          if (!gone) setPart(() => part)
        },
        () => gone || setFailed(true),
      )
      return () => {
        gone = true
      }
    }, [Part, failed])
    const close = 'onClose' in props && typeof props.onClose === 'function' ? props.onClose : undefined
    // A dialog that is not there yet is left by the key that would leave it.
    useEffect(() => {
      if (!over || Part || !close) return
      const leave = ({ key }: KeyboardEvent) => key === 'Escape' && close()
      document.addEventListener('keydown', leave)
      return () => document.removeEventListener('keydown', leave)
    }, [Part, close])
    if (Part) return <Part {...props} />
    if (!failed) return waits ? <p className="mt-2 text-muted">{waits}</p> : null
    return (
      <div className={over ? 'fixed inset-x-0 bottom-14 z-6 mx-auto w-fit max-w-full px-4' : 'mt-2'}>
        <Notice title="Not loaded: the server was not reached.">
          <Button small onClick={() => setFailed(false)}>
            Try again
          </Button>
        </Notice>
      </div>
    )
  }
}
