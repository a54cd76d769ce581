'use client'

import { Check, RotateCcw, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'

import { Button } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'

import { weightOf } from '../length'
import { type Item, isUnderWay, type Queue } from './queue'

type Props = {
  queue: Pick<Queue, 'drop' | 'retry' | 'clear'>
  /** Those of the queue that are shown. */
  items: readonly Item[]
  className?: string
}

/** What is being sent into the library, and what became of it. */
export function Tray({ queue, items, className = '' }: Props) {
  const on = items.filter(isUnderWay).length
  if (!items.length) return null
  return (
    <section
      aria-labelledby="tray-title"
      className={`w-[360px] max-w-[calc(100vw-32px)] rounded-dialog bg-raised shadow-float ${className}`}
    >
      <header className="flex min-h-10 items-center gap-2 border-b border-line ps-3.5 pe-1.5 py-1.5">
        <h2 id="tray-title" className="font-semibold">
          {on ? `Adding ${on} of ${items.length}` : summary(items)}
        </h2>
        {items.length > on && (
          <Button tone="ghost" small className="ms-auto" onClick={queue.clear}>
            {on ? 'Clear what is done' : 'Close'}
          </Button>
        )}
      </header>
      <p role="status" className="sr-only">
        {on ? '' : summary(items)}
      </p>
      <ul className="max-h-60 overflow-y-auto px-3.5 py-1">
        {[...items].sort(refusedFirst).map((item) => (
          <Line key={item.id} item={item} queue={queue} />
        ))}
      </ul>
    </section>
  )
}

/** Among many that went well they would stand below what one sees. */
const refusedFirst = (a: Item, b: Item) => Number(b.state === 'refused') - Number(a.state === 'refused')

function summary(items: readonly Item[]): string {
  const refused = items.filter(({ state }) => state === 'refused').length
  const taken = items.length - refused
  return [taken && `${taken} added`, refused && `${refused} not added`].filter(Boolean).join(', ')
}

function Line({ item, queue: { drop, retry } }: { item: Item; queue: Props['queue'] }) {
  const { id, file, state, sent, message, media, alike } = item
  const busy = isUnderWay(item)
  return (
    <li className="border-b border-line py-1.5 last:border-0">
      <div className="flex items-center gap-2">
        {state === 'taken' && <Icon of={Check} className="text-live" />}
        {state === 'refused' && <Icon of={TriangleAlert} className="text-withdrawn" />}
        {media ? (
          <Link href={`/desk/media/${media}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
            {file.name}
          </Link>
        ) : (
          <span className="min-w-0 flex-1 truncate font-medium">{file.name}</span>
        )}
        <span className="flex-none text-label text-quiet">{stateWords(item)}</span>
        {state === 'refused' && (
          <Button tone="ghost" small aria-label={`Send ${file.name} again`} onClick={() => retry(id)}>
            <Icon of={RotateCcw} />
          </Button>
        )}
        <Button
          tone="ghost"
          small
          aria-label={busy ? `Stop adding ${file.name}` : `Take ${file.name} off this list`}
          onClick={() => drop(id)}
        >
          <Icon of={X} />
        </Button>
      </div>
      {state === 'sending' && (
        <progress
          aria-label={`How much of ${file.name} is there`}
          value={sent}
          max={file.size || 1}
          className="block h-1 w-full"
        />
      )}
      {message && (
        <p role="alert" className="text-label text-withdrawn">
          {message}
        </p>
      )}
      {alike?.[0] && (
        <p className="text-label text-review">
          You have this one:{' '}
          <Link href={`/desk/media/${alike[0].id}`} className="text-accent underline">
            {alike[0].name}
          </Link>
        </p>
      )}
    </li>
  )
}

function stateWords({ state, sent, file }: Item): string {
  if (state === 'waiting') return 'Waits'
  if (state === 'taken') return 'Added'
  if (state === 'refused') return 'Not added'
  // All of it is there: the library is looking at it.
  return sent < file.size ? `${Math.floor((100 * sent) / file.size)} % of ${weightOf(file.size)}` : 'Being looked at'
}
