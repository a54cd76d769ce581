'use client'

import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'

import { Icon } from './icon'

/** `off`: why it is shown but cannot be chosen. */
export type Choice = { id: string; name: string; note?: string; off?: string }

type Props = {
  label: string
  placeholder?: string
  /** Asked while one types, at most each 120 ms; an answer that comes after a newer one is dropped. */
  find: (query: string) => Promise<Choice[]>
  /** `rest`: what was typed since an Enter that came before the choices did. */
  onChoose: (choice: Choice, rest: string) => void
  /** Offers what was typed as a new entry when no choice is called exactly so. */
  onCreate?: (name: string) => void
  /** @returns undefined for what cannot be one */
  createLabel?: (name: string) => string | undefined
  /** Told what stands in the box while one types. */
  onType?: (typed: string) => void
  /** What is wrong with what was typed. */
  error?: string
  /** The choices stand under the box instead of lying over what follows: in a dialog, which would cut them off. */
  inFlow?: boolean
  onClose?: () => void
  initial?: string
  autoFocus?: boolean
  empty?: string
}

/** A text box that offers choices while one types: the ARIA combobox with a list, all of it by keys too. */
export function TypeAhead(props: Props) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(props.initial ?? '')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const latest = useRef(props)
  latest.current = props
  const escapes = useRef(0)
  const { words, choices: found } = useFound(props.find, query, open)
  const name = query.trim()
  const label = labelOf(props, name)
  const create =
    props.onCreate &&
    label !== undefined &&
    name &&
    found &&
    !found.some((choice) => choice.name.toLowerCase() === name.toLowerCase())
  const size = (found?.length ?? 0) + (create ? 1 : 0)
  const isOff = (index: number) => found?.[index]?.off !== undefined
  const shown = open && found !== undefined && (size > 0 || (name !== '' && !props.error))

  // Opened by a button, it takes the keys; what it was opened with is typed over.
  useLayoutEffect(() => {
    if (!props.autoFocus) return
    box.current?.focus()
    box.current?.select()
  }, [props.autoFocus])

  const choose = (index: number) => {
    const choice = found?.[index]
    if (choice?.off !== undefined) return
    if (choice) props.onChoose(choice, '')
    else if (create && index === size - 1) props.onCreate?.(name)
    else return
    setQuery('')
    setOpen(false)
  }
  /** Chooses what Enter would have once there was something to choose from. One may type on meanwhile. */
  const enterAhead = async () => {
    const before = escapes.current
    setQuery('')
    setOpen(false)
    const choices = await props.find(name).catch(() => undefined)
    const { onChoose, onCreate } = latest.current
    if (escapes.current > before) return
    const first = choices?.find(({ off }) => off === undefined)
    if (first) onChoose(first, box.current?.value ?? '')
    else if (choices && onCreate && labelOf(latest.current, name) !== undefined) onCreate(name)
    else {
      setQuery((typed) => typed || name)
      setOpen(document.activeElement === box.current)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The key is the input method's: it ends a composition, and chooses nothing.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      if (shown) event.stopPropagation()
      escapes.current += 1
      setOpen(false)
      props.onClose?.()
    } else if (event.key === 'Enter' && name && words !== name) {
      event.preventDefault()
      void enterAhead()
    } else if (event.key === 'Enter' && shown && size > 0 && words === name && !isOff(at)) {
      event.preventDefault()
      choose(at)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && size > 0) {
      event.preventDefault()
      setOpen(true)
      setAt((at + (event.key === 'ArrowDown' ? 1 : size - 1)) % size)
    }
  }

  return (
    <div className="relative">
      <input
        ref={box}
        role="combobox"
        aria-label={props.label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && size > 0 ? `${id}-${at}` : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        autoComplete="off"
        placeholder={props.placeholder}
        value={query}
        className="control w-full rounded-control border border-line-strong bg-surface px-2 aria-[invalid=true]:border-withdrawn"
        onChange={(event) => {
          setQuery(event.target.value)
          props.onType?.(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onFocus={() => setOpen(true)}
        // In the flow its going would move what is being pressed.
        onBlur={() => !props.inFlow && setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {props.error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-label text-withdrawn">
          {props.error}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        hidden={!shown}
        className={`overflow-y-auto p-1 ${props.inFlow ? '-mx-1 mt-1 max-h-72' : 'rise absolute inset-x-0 top-full z-4 mt-1 max-h-64 rounded-[8px] bg-raised shadow-float'}`}
      >
        {found?.map((choice, index) => (
          <Row
            key={choice.id}
            id={`${id}-${index}`}
            on={index === at}
            off={choice.off !== undefined}
            onPick={() => choose(index)}
          >
            <span className={props.inFlow ? 'min-w-0 flex-1' : 'truncate'}>{choice.name}</span>
            {(choice.note || choice.off) && (
              <span className="ms-auto flex-none text-end text-label text-quiet">
                {choice.note}
                {choice.off && <b className="block font-medium text-changes">{choice.off}</b>}
              </span>
            )}
          </Row>
        ))}
        {create && (
          <Row id={`${id}-${size - 1}`} on={at === size - 1} onPick={() => choose(size - 1)}>
            <Icon of={Plus} />
            <span className="truncate">{label}</span>
          </Row>
        )}
        {size === 0 && !props.error && (
          <div role="option" tabIndex={-1} className="px-2 py-1 text-muted" aria-selected="false" aria-disabled="true">
            {props.empty ?? 'Nothing is called so.'}
          </div>
        )}
      </div>
    </div>
  )
}

const labelOf = ({ createLabel }: Props, name: string) => (createLabel ? createLabel(name) : `Add “${name}”`)

type RowProps = { id: string; on: boolean; off?: boolean; onPick: () => void; children: React.ReactNode }

function Row({ id, on, off, onPick, children }: RowProps) {
  return (
    // The press must not take the focus from the box, or the list would close before the click.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the box, which holds the focus
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={on}
      aria-disabled={off || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className="flex min-h-[30px] cursor-pointer items-center gap-2 rounded-control px-2 py-0.5 hover:bg-sunk aria-disabled:cursor-default aria-selected:bg-accent-wash"
    >
      {children}
    </div>
  )
}

/** The choices there are, and for what words they were asked: not always those that stand in the box by now. */
function useFound(find: Props['find'], query: string, open: boolean) {
  const [found, setFound] = useState<{ words?: string; choices?: Choice[] }>({})
  const latest = useRef(find)
  latest.current = find
  useEffect(() => {
    if (!open) return
    let stale = false
    const timer = setTimeout(() => {
      const words = query.trim()
      latest.current(words).then(
        (choices) => !stale && setFound({ words, choices }),
        () => !stale && setFound({ words, choices: [] }),
      )
    }, 120)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [query, open])
  return found
}
