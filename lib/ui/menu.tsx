'use client'

import { Ellipsis } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

import { buttonClass } from './button'
import { Icon } from './icon'

type MenuProps = Pick<ComponentProps<'button'>, 'draggable' | 'onDragStart' | 'className'> & {
  label: string
  /** What the button shows instead of three dots. */
  face?: ReactNode
  /** Which edge of the button the menu begins or ends at. */
  align?: 'start' | 'end'
  onOpen?: (open: boolean) => void
  children: ReactNode
}

/** Acts behind a button, in the top layer so that no list cuts them off: the ARIA menu button, all of it by keys too. */
export function Menu({ label, face, align = 'end', onOpen, className, children, ...rest }: MenuProps) {
  const [open, setOpened] = useState(false)
  const setOpen = (to: boolean) => {
    setOpened(to)
    onOpen?.(to)
  }
  const button = useRef<HTMLButtonElement>(null)
  const choose = () => {
    button.current?.focus() // a dialog that an item opens returns the focus here
    setOpen(false)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className={className ?? `${buttonClass('ghost', true)} max-phone:min-w-10`}
        {...rest}
      >
        {face ?? <Icon of={Ellipsis} />}
      </button>
      {open && (
        <Items label={label} align={align} button={button.current} onChoose={choose} onClose={() => setOpen(false)}>
          {children}
        </Items>
      )}
    </>
  )
}

function Items(props: {
  label: string
  align: 'start' | 'end'
  button: HTMLElement | null
  onChoose: () => void
  onClose: () => void
  children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  const { button, align } = props
  const close = useRef(props.onClose)
  close.current = props.onClose
  useEffect(() => {
    const menu = ref.current
    if (!menu || !button) return
    menu.showPopover()
    place(menu, button.getBoundingClientRect(), align)
    menu.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
    const away = () => close.current()
    window.addEventListener('scroll', away, true)
    return () => window.removeEventListener('scroll', away, true)
  }, [button, align])
  return (
    <div
      ref={ref}
      role="menu"
      tabIndex={-1}
      popover="auto"
      aria-label={props.label}
      onToggle={(event) => event.newState === 'closed' && props.onClose()}
      onClick={props.onChoose}
      onKeyDown={(event) => walk(event, props.onClose)}
      className="rise fixed m-0 min-w-44 rounded-[8px] bg-raised p-1 text-text shadow-float"
    >
      {props.children}
    </div>
  )
}

/** Under the button, one edge aligned; above it where the window ends. */
function place(menu: HTMLElement, at: DOMRect, align: 'start' | 'end') {
  const { width, height } = menu.getBoundingClientRect()
  const below = at.bottom + 4 + height <= window.innerHeight
  menu.style.top = `${below ? at.bottom + 4 : Math.max(4, at.top - 4 - height)}px`
  menu.style.left = `${Math.max(4, Math.min(align === 'end' ? at.right - width : at.left, window.innerWidth - width - 4))}px`
}

function walk(event: KeyboardEvent<HTMLElement>, onClose: () => void) {
  if (event.key === 'Tab') return onClose()
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  items[to % items.length]?.focus()
}

/** One act of a menu; a verb, and an ellipsis when a dialog follows. */
export function MenuItem({ children, hint, ...rest }: ComponentProps<'button'> & { hint?: ReactNode }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="control flex w-full items-center gap-4 rounded-control px-2 text-start hover:bg-sunk focus:bg-accent-wash focus:outline-none"
      {...rest}
    >
      <span className="flex-1">{children}</span>
      {hint}
    </button>
  )
}
