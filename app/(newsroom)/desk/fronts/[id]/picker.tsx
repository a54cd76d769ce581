'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { StateMark } from '#app/(newsroom)/state-mark'
import { freeIn, type Spot, spotOf } from '#lib/front/moves'
import type { ToldStory } from '#lib/front/queries/stories'
import { labelOf } from '#lib/front/words'
import { whenIn } from '#lib/settings/time'
import { facts } from '#lib/site/front/kinds/facts'
import { Button } from '#lib/ui/button'
import { Checkbox, SelectField, TextField } from '#lib/ui/field'

import { findStoriesAction } from './actions'
import { carry, useBoard } from './board'
import { states } from './slot'

type Props = { sections: { id: string; name: string }[]; timezone: string; onPlaced?: () => void }

const unreached = 'The stories were not reached. Type again when the server is there.'
/** Milliseconds of rest after a letter before they are asked for. */
const rest = 200

/** Stories to be placed: found by words and section, the newest first; dragged into a slot, or put there by a button. */
export function Picker({ sections, timezone, onPlaced }: Props) {
  const { front, chosen, place } = useBoard()
  const [words, setWords] = useState('')
  const [section, setSection] = useState('')
  const [live, setLive] = useState(true)
  const { found, problem } = useStories(front.id, words, section, live)
  const to = chosen ?? firstFree(front.content)
  const put = (story: ToldStory) => {
    if (!to) return
    // Known at once, as what happens is told by its headline.
    flushSync(() => front.know([story]))
    place(story.id, to)
    onPlaced?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const first = found?.[0]
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return
    event.preventDefault()
    put(first)
  }
  return (
    <div className="grid gap-2.5 px-4 py-3">
      <TextField
        data-first
        data-find
        label="Find a story"
        placeholder="Words of the headline"
        type="search"
        autoComplete="off"
        value={words}
        hint="Enter places the first."
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="grid grid-cols-2 gap-2">
        <SelectField label="Section" value={section} onChange={({ target }) => setSection(target.value)}>
          <option value="">All</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Into to={to} />
      </div>
      <Checkbox label="Also what is not live" checked={!live} onChange={({ target }) => setLive(!target.checked)} />
      {problem && (
        <p role="alert" className="text-withdrawn">
          {problem}
        </p>
      )}
      {found?.length === 0 && !problem && (
        <p className="text-muted">{words ? 'No story has these words in its headline.' : 'No story is here yet.'}</p>
      )}
      <ul aria-label="Stories" className="-mx-4 border-t border-line">
        {found?.map((story) => (
          <Row key={story.id} {...{ story, timezone }} off={!to} onPut={() => put(story)} />
        ))}
      </ul>
    </div>
  )
}

/** The slot that takes what is placed. */
function Into({ to }: { to: Spot | undefined }) {
  const { front, choose } = useBoard()
  const { containers } = front.content
  const take = (value: string) => {
    const [container = '', place = '0'] = value.split(/ (\d+)$/)
    choose({ container, place: Number(place) }, false)
  }
  return (
    <SelectField
      label="Into"
      value={to ? `${to.container} ${to.place}` : ''}
      onChange={({ target }) => take(target.value)}
    >
      {!to && <option value="">No container yet</option>}
      {containers.map((container) => (
        <optgroup key={container.id} label={labelOf(container, front.names)}>
          {Array.from({ length: facts[container.kind].most }, (_, place) => (
            <option key={place} value={`${container.id} ${place}`}>
              {labelOf(container, front.names)}, {place + 1}
              {container.slots[place] ? ' (taken)' : ''}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}

type RowProps = { story: ToldStory; timezone: string; off: boolean; onPut: () => void }

function Row({ story, timezone, off, onPut }: RowProps) {
  const { front } = useBoard()
  const { id, headline = '', section, state, at } = story
  const spot = spotOf(front.content, id)
  const where = spot && front.content.containers.find((one) => one.id === spot.container)
  return (
    <li
      draggable
      onDragStart={(event) => {
        front.know([story])
        carry(event.dataTransfer, { story: id })
      }}
      className="grid cursor-grab grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line px-4 py-1.5 hover:bg-sunk"
    >
      <span className="min-w-0">
        <span className="block font-head text-[15px]/[18px] font-semibold break-words">{headline}</span>
        <span className="flex flex-wrap gap-x-2.5 text-label text-quiet">
          <span>
            {section?.name}
            {at && `, ${whenIn(at, timezone, new Date())}`}
          </span>
          {state !== 'live' && state !== 'hidden' && <StateMark state={states[state]} />}
          {where && spot && (
            <span className="text-muted">
              On this front: {labelOf(where, front.names)}, {spot.place + 1}
            </span>
          )}
        </span>
      </span>
      <Button small disabled={off} aria-label={`Place “${headline}”`} onClick={onPut}>
        Place
      </Button>
    </li>
  )
}

function firstFree({ containers }: { containers: Parameters<typeof freeIn>[0][] }): Spot | undefined {
  const [first] = containers
  return first && { container: first.id, place: freeIn(first) }
}

/** What the words find; undefined until the first answer. */
function useStories(front: string, words: string, section: string, live: boolean) {
  const [found, setFound] = useState<ToldStory[]>()
  const [problem, setProblem] = useState<string>()
  const first = useRef(true)
  useEffect(() => {
    let stale = false
    const ask = async () => {
      const state = await findStoriesAction(front, { words, section, live }).catch(() => null)
      if (stale) return
      setProblem(state?.ok ? undefined : (state?.message ?? unreached))
      if (state?.ok) setFound(state.detail as ToldStory[])
    }
    const timer = setTimeout(() => void ask(), first.current ? 0 : rest)
    first.current = false
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [front, words, section, live])
  return { found, problem }
}
