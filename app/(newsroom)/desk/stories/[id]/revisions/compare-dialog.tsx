'use client'

import { ArrowLeftRight } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { SelectField } from '#lib/ui/field'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { Notice } from '#lib/ui/notice'

import type { Paper } from '../props'
import { FieldsDiff } from './fields-diff'
import { linesChanged } from './lines-changed'
import { moment } from './moment'
import { TextDiff, type View } from './text-diff'
import type { History } from './use-history'
import { changedFields, type Listed, reasonOf, type Version, type Which } from './versions'
import { Zone } from './zone'

type Props = {
  history: History
  compare: { was: Which; is: Which }
  /** The working copy; null until it is there. */
  working: Version | null
  edits: boolean
  paper: Paper
}

/** Any two versions of a story, side by side or in one. */
export function CompareDialog({ history, compare, working, edits, paper }: Props) {
  const [view, setView] = useState<View>(remembered)
  const body = useRef<HTMLDivElement>(null)
  const [was, is] = useDeferredValue([compare.was, compare.is].map((which) => versionOf(which, history, working)))
  const walk = (step: 1 | -1) => goToChange(body.current, step)
  const choose = (view: View) => {
    setView(view)
    try {
      localStorage.setItem(KEY, view)
    } catch {
      // Where nothing is kept it holds as long as the dialog is open.
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|INPUT)$/.test((event.target as Element).tagName))
      return
    if (event.key === 'n') walk(1)
    if (event.key === 'p') walk(-1)
  }
  return (
    <Dialog
      full
      title="Compare versions"
      onClose={() => history.setDoing({})}
      foot={
        <>
          {edits &&
            [compare.was, compare.is].map(
              (which) =>
                which !== 'now' && (
                  <Button key={which} onClick={() => history.setDoing({ compare, restore: which })}>
                    Restore revision {which}…
                  </Button>
                ),
            )}
          <Button tone="primary" data-first onClick={() => history.setDoing({})}>
            Close
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog; each has a button */}
      <div ref={body} onKeyDown={onKey}>
        <div className="sticky -top-4 z-1 -mx-5 -mt-4 flex flex-wrap items-end gap-2 border-b border-line bg-raised px-5 py-2.5">
          <Choice
            label="Older"
            which={compare.was}
            history={history}
            paper={paper}
            onChoose={(one) => history.setDoing({ compare: { ...compare, was: one } })}
          />
          <Button
            tone="ghost"
            aria-label="Exchange the two"
            onClick={() => history.setDoing({ compare: { was: compare.is, is: compare.was } })}
          >
            <Icon of={ArrowLeftRight} />
          </Button>
          <Choice
            label="Newer"
            which={compare.is}
            history={history}
            paper={paper}
            onChoose={(one) => history.setDoing({ compare: { ...compare, is: one } })}
          />
          <fieldset className="flex">
            <legend className="sr-only">View</legend>
            {(['side', 'inline'] as const).map((one) => (
              <Button
                key={one}
                aria-pressed={view === one}
                onClick={() => choose(one)}
                className="first-of-type:rounded-e-none last-of-type:-ms-px last-of-type:rounded-s-none aria-pressed:bg-accent-wash aria-pressed:font-semibold"
              >
                {one === 'side' ? 'Side by side' : 'In one'}
              </Button>
            ))}
          </fieldset>
          <span className="ms-auto flex gap-1.5">
            <Button onClick={() => walk(-1)} aria-keyshortcuts="p">
              <span>
                Previous<span className="max-phone:sr-only"> change</span>
              </span>{' '}
              <Kbd>P</Kbd>
            </Button>
            <Button onClick={() => walk(1)} aria-keyshortcuts="n">
              <span>
                Next<span className="max-phone:sr-only"> change</span>
              </span>{' '}
              <Kbd>N</Kbd>
            </Button>
          </span>
        </div>
        {history.problem && <Notice title={history.problem} />}
        {was && is ? (
          <Zone value={paper.timezone}>
            <Compared was={was} is={is} view={view} />
          </Zone>
        ) : (
          !history.problem && <p className="py-6 text-center text-muted">Looking for the text…</p>
        )}
      </div>
    </Dialog>
  )
}

function Compared({ was, is, view }: { was: Version; is: Version; view: View }) {
  const same = useMemo(() => changedFields(was, is).length === 0 && linesChanged(was, is) === '', [was, is])
  return (
    <>
      {same && <p className="py-3 text-muted">Both say the same.</p>}
      <TextDiff was={was.text} is={is.text} view={view} />
      <FieldsDiff was={was} is={is} />
    </>
  )
}

const versionOf = (which: Which, history: History, working: Version | null) =>
  which === 'now' ? working : history.read[which]

function Choice({
  label,
  which,
  history,
  paper,
  onChoose,
}: {
  label: string
  which: Which
  history: History
  paper: Paper
  onChoose: (which: Which) => void
}) {
  const listed = history.list?.revisions ?? []
  const missing = which !== 'now' && !listed.some(({ number }) => number === which)
  return (
    <div className="min-w-0 basis-60 max-phone:flex-1 max-phone:basis-1/3">
      <SelectField
        label={label}
        value={String(which)}
        onChange={({ target }) => onChoose(target.value === 'now' ? 'now' : Number(target.value))}
      >
        <option value="now">Working copy</option>
        {missing && <option value={which}>Revision {which}</option>}
        {listed.map((one) => (
          <option key={one.number} value={one.number}>
            {nameOf(one, paper)}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

const nameOf = (one: Listed, paper: Paper) =>
  `${one.number}: ${one.name || reasonOf(one)}, ${moment(one.at, paper)}${one.live ? ', readers see this' : ''}`

const KEY = 'stet:compare'

/** Two columns need room; who has chosen otherwise on this device keeps that. */
function remembered(): View {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept === 'side' || kept === 'inline') return kept
  } catch {
    // A browser that keeps nothing begins anew.
  }
  return window.matchMedia('(min-width: 1100px)').matches ? 'side' : 'inline'
}

/** Focuses the change behind, or before, the one that has the focus; round at the end. */
function goToChange(body: HTMLElement | null, step: 1 | -1) {
  const changes = [...(body?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
  if (!changes.length) return
  const here = changes.findIndex((change) => change.contains(document.activeElement))
  const next = here < 0 && step < 0 ? changes.length - 1 : (here + step + changes.length) % changes.length
  const change = changes[next]
  change?.focus({ preventScroll: true })
  change?.scrollIntoView({ block: 'center' })
}
