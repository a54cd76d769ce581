'use client'

import {
  createContext,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Move } from '#lib/story/workflow'
import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import { duplicateAction, handInAction, markReadyAction, restoreAction, spikeAction } from '../actions'
import { AssignDialog } from './assign-dialog'

const acts = {
  duplicate: duplicateAction,
  spike: spikeAction,
  restore: restoreAction,
  handIn: handInAction,
  markReady: markReadyAction,
}
export type Act = keyof typeof acts

/** What the acts of a row need to know of its story. */
export type ActStory = {
  id: string
  headline: string
  spiked: boolean
  assignedTo: string | null
  may: { edit: boolean; assign: boolean; next?: Move }
}

type Done = { act: Act; id: string; answer: FormState } | null

const Context = createContext<{
  run: (act: Act, id: string) => void
  assign: (story: ActStory) => void
  pending: boolean
} | null>(null)

export function useActs() {
  const found = useContext(Context)
  if (!found) throw new Error('Rows of stories stand within StoryActs.')
  return found
}

/** Lists of stories with their acts: runs one after another, says why one was refused, offers Undo for a spiked story. */
export function StoryActs({ people, children }: { people: { id: string; name: string }[]; children: ReactNode }) {
  const [assigning, assign] = useState<ActStory>()
  const [done, dispatch, pending] = useActionState(async (_: Done, { act, id }: { act: Act; id: string }) => {
    const form = new FormData()
    form.set('id', id)
    return { act, id, answer: await acts[act](null, form) }
  }, null)
  const run = (act: Act, id: string) => startTransition(() => dispatch({ act, id }))
  const undone = useRef<HTMLButtonElement>(null)
  const spiked = done?.act === 'spike' && done.answer?.ok
  useEffect(() => {
    // The row that had the focus is gone.
    if (spiked && document.activeElement === document.body) undone.current?.focus()
  }, [spiked])
  return (
    <Context value={{ run, assign, pending }}>
      {done?.answer && (spiked || !done.answer.ok) ? (
        <div className="flex-none border-b border-line px-4 py-2">
          <Notice tone={done.answer.ok ? 'good' : 'error'} title={done.answer.message}>
            {spiked && (
              <Button ref={undone} small onClick={() => run('restore', done.id)}>
                Undo
              </Button>
            )}
          </Notice>
        </div>
      ) : (
        <p role="status" className="sr-only">
          {done?.answer?.message}
        </p>
      )}
      {children}
      {assigning && <AssignDialog story={assigning} people={people} onClose={() => assign(undefined)} />}
    </Context>
  )
}
