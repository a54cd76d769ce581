'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { flushSync } from 'react-dom'

import { rememberFocus } from './focus-again'

/**
 * A modal dialog on the platform's own: focus stays inside, Escape closes, focus returns to where it was or stood.
 * Mounted = open; render it only while it is wanted. Focus begins at what has `data-first`, else at the first control.
 */
export function Dialog(props: {
  title: string
  note?: ReactNode
  onClose: () => void
  foot?: ReactNode
  wide?: boolean
  /** As large as the window allows, for two texts side by side. */
  full?: boolean
  /** The last refusal. What is wrong by it gets the focus, or else what says why is scrolled to. */
  refusal?: object | null
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const giveBack = rememberFocus()
    ref.current?.showModal()
    // The platform begins at the first control; React's autoFocus came too early, when the dialog was not shown yet.
    ref.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    return giveBack
  }, [])
  useEffect(() => {
    if (props.refusal && ref.current) goToWrong(ref.current)
  }, [props.refusal])
  /** The platform tells of its closing a moment later, and keys that come before that would go to nobody. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    flushSync(props.onClose)
  }
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={props.onClose}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === ref.current && ref.current?.close()}
      className={`rise max-h-[92dvh] w-full overflow-hidden rounded-dialog bg-raised p-0 shadow-float backdrop:bg-[#10192066] max-phone:mb-0 max-phone:max-w-none max-phone:rounded-b-none open:flex open:flex-col ${props.full ? 'h-[96dvh] max-h-[96dvh] max-w-[min(1280px,97vw)]' : props.wide ? 'max-w-[980px]' : 'max-w-[460px]'}`}
    >
      <div className="border-b border-line px-5 py-3.5">
        <h2 id={id} className="text-dialog font-semibold">
          {props.title}
        </h2>
        {props.note && <p className="text-muted">{props.note}</p>}
      </div>
      <div className="min-h-0 flex-auto overflow-y-auto px-5 py-4">{props.children}</div>
      {props.foot && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-5 py-3">
          {props.foot}
        </footer>
      )}
    </dialog>
  )
}

function goToWrong(dialog: HTMLElement) {
  const wrong = dialog.querySelector<HTMLElement>('[aria-invalid=true], [data-wrong]')
  const field = wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong
  field?.focus()
  const told = wrong?.parentElement ?? dialog.querySelector('[role=alert]')
  told?.scrollIntoView({ block: 'nearest' })
}
