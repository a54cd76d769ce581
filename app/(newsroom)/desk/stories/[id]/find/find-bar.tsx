'use client'

import './find.css'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'

import { Button } from '#lib/ui/button'
import { Checkbox, TextField } from '#lib/ui/field'
import { Icon } from '#lib/ui/icon'

import type { Query } from './search'
import type { FindHandle } from './use-find'

const options: [Exclude<keyof Query, 'words'>, string][] = [
  ['matchCase', 'Match case'],
  ['wholeWord', 'Whole word'],
  ['regex', 'Regular expression'],
]

/** Stands at the top of the text while one looks for words in it. */
export function FindBar({ find }: { find: FindHandle }) {
  const { query, open, edits } = find
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => field.current?.select(), [find.asked])
  const replaces = open === 'replace' && edits

  return (
    <search
      aria-label="In this story"
      onKeyDown={onKeys({ Escape: find.close })}
      className="sticky top-0 z-2 grid gap-1.5 border-b border-line bg-raised px-4 py-2 font-desk max-phone:top-[52px]"
    >
      <div className="flex flex-wrap items-start gap-1.5">
        <div className="min-w-0 flex-[1_1_7rem]">
          <TextField
            ref={field}
            label="Find"
            hideLabel
            placeholder="Find"
            autoComplete="off"
            spellCheck={false}
            value={query.words}
            error={find.fault}
            onChange={(event) => find.change({ ...query, words: event.target.value })}
            onKeyDown={onKeys({ Enter: find.next, 'Shift+Enter': find.previous })}
          />
        </div>
        <div className="ms-auto flex items-center gap-0.5">
          <p role="status" className="min-w-[72px] text-muted">
            {toldOf(find)}
          </p>
          <Button tone="ghost" onClick={find.previous} aria-label="Previous match" aria-keyshortcuts="Shift+F3">
            <Icon of={ArrowUp} />
          </Button>
          <Button tone="ghost" onClick={find.next} aria-label="Next match" aria-keyshortcuts="F3">
            <Icon of={ArrowDown} />
          </Button>
          <Button tone="ghost" onClick={find.close} aria-label="Close the search">
            <Icon of={X} />
          </Button>
        </div>
      </div>
      {replaces && (
        <div className="flex flex-wrap items-start gap-1.5">
          <div className="min-w-0 flex-[1_1_7rem]">
            <TextField
              label="Replace with"
              hideLabel
              placeholder="Replace with"
              autoComplete="off"
              value={find.template}
              onChange={(event) => find.setTemplate(event.target.value)}
              onKeyDown={onKeys({ Enter: () => void find.replace() })}
            />
          </div>
          <div className="ms-auto flex gap-1.5">
            <Button onClick={() => void find.replace()}>Replace</Button>
            <Button onClick={() => void find.replaceAll()}>Replace all</Button>
          </div>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4">
        {options.map(([name, label]) => (
          <Checkbox
            key={name}
            label={label}
            checked={query[name]}
            onChange={(event) => find.change({ ...query, [name]: event.target.checked })}
          />
        ))}
        {edits && !replaces && (
          <Button tone="ghost" small onClick={() => find.begin('replace')} aria-keyshortcuts="Control+H">
            Replace…
          </Button>
        )}
      </div>
    </search>
  )
}

function toldOf({ query, fault, count, more, at, done }: FindHandle): string {
  if (done) return done
  if (fault !== undefined || query.words === '') return ''
  if (count === 0) return 'No match'
  const all = `${count.toLocaleString('en-GB')}${more ? '+' : ''}`
  return at < 0 ? `${all} found` : `${(at + 1).toLocaleString('en-GB')} of ${all}`
}

const onKeys = (keys: Record<string, () => void>) => (event: KeyboardEvent) => {
  const act = keys[`${event.shiftKey && event.key === 'Enter' ? 'Shift+' : ''}${event.key}`]
  if (!act || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  act()
}
