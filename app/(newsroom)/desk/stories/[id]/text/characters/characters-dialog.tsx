'use client'

import './characters-dialog.css'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'

import { type Character, characterOf, codeOf, findCharacters, groups } from '#lib/typography/characters'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'

import { keepCharacter, lastCharacters } from './last-characters'

/** Signs in a line of the grid. */
const columns = 10

/** Signs that keyboards have no key for: the last ones first, then by kind, or those that a word names. */
export function CharactersDialog({ onChoose, onClose }: { onChoose: (sign: string) => void; onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [last] = useState(lastCharacters)
  const [at, setAt] = useState<Character>()
  const grid = useRef<HTMLTableElement>(null)
  const shown = useMemo(() => partsOf(query, last), [query, last])
  const first = shown[0]?.characters[0]
  const choose = (sign: string) => {
    keepCharacter(sign)
    onChoose(sign)
  }
  const told = at ?? (query ? first : undefined)
  return (
    <Dialog
      title="Special characters"
      onClose={onClose}
      foot={
        <>
          <p className="me-auto text-muted" aria-hidden="true">
            {told ? `${told.name}, ${codeOf(told.sign)}` : ''}
          </p>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <TextField
        label="Search by name"
        placeholder="dash, half, arrow, umlaut u"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value)
          setAt(undefined)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && query && first) choose(first.sign)
          else if (event.key === 'ArrowDown') grid.current?.querySelector('button')?.focus()
          else return
          event.preventDefault()
        }}
      />
      <p role="status" className="sr-only">
        {query && (shown.length ? `${shown[0]?.characters.length} found` : 'None found')}
      </p>
      {shown.length === 0 && <p className="mt-3 text-muted">No sign is called so.</p>}
      <div className="mt-3 h-[46dvh] overflow-y-auto" hidden={shown.length === 0}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table to walk through by the arrows */}
        <table ref={grid} role="grid" aria-label="Characters" className="characters" onKeyDown={walk}>
          {shown.map(({ title, characters }) => (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={columns}>
                  {title}
                </th>
              </tr>
              {rowsOf(characters).map((row) => (
                <tr key={row[0]?.sign}>
                  {row.map((one) => (
                    <td key={one.sign}>
                      <button
                        type="button"
                        aria-label={one.name}
                        title={one.name}
                        tabIndex={one === (at ?? first) ? 0 : -1}
                        onFocus={() => setAt(one)}
                        onClick={() => choose(one.sign)}
                        className={one.shown && 'characters-unseen'}
                      >
                        {one.shown ?? one.sign}
                      </button>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Dialog>
  )
}

function partsOf(query: string, last: string[]) {
  if (query.trim()) {
    const characters = findCharacters(query)
    return characters.length ? [{ title: 'Found', characters }] : []
  }
  const recent = last.flatMap((sign) => characterOf(sign) ?? [])
  return recent.length ? [{ title: 'Used last', characters: recent.map((one) => ({ ...one })) }, ...groups] : groups
}

const rowsOf = (characters: Character[]) =>
  Array.from({ length: Math.ceil(characters.length / columns) }, (_, row) =>
    characters.slice(row * columns, (row + 1) * columns),
  )

/** Arrows walk by sign and by line, Home and End in the line; from the first line ↑ goes back to the search. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const rows = [...event.currentTarget.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll('button')])
    .filter((row) => row.length > 0)
  const line = rows.findIndex((row) => row.some((one) => one === document.activeElement))
  const row = rows[line]
  if (!row) return
  const place = row.indexOf(document.activeElement as HTMLButtonElement)
  const flat = rows.flat()
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const to = (list: HTMLElement[] | undefined, index: number) => list?.[Math.min(index, list.length - 1)]
  if (step) to(flat, Math.max(0, flat.indexOf(row[place]!) + step))?.focus()
  else if (by === -1 && line === 0) event.currentTarget.closest('dialog')?.querySelector('input')?.focus()
  else if (by) to(rows[line + by], place)?.focus()
  else if (event.key === 'Home') row[0]?.focus()
  else if (event.key === 'End') row.at(-1)?.focus()
  else return
  event.preventDefault()
}
