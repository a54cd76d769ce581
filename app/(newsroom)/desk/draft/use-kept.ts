'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

import { dropDraft, loadDraft, saveDraft } from '#lib/device/kept-drafts'
import type { PlanShown } from '#lib/draft/queries/plans'
import type { DraftRef } from '#lib/draft/ref'
import { same } from '#lib/same'
import type { Merge } from '#lib/three-way'

import { lookDraftAction, saveDraftAction } from './actions'
import { type Draft, makeKeeper, type Save } from './keeper'

/** Between two looks at what colleagues have done, in milliseconds; a page that nobody sees asks nothing. */
const EVERY = 8000

type Ways<Content> = {
  merge: Merge<Content>
  /** How it is called where one is told that it waits on this device. */
  name: (content: Content) => string
}

/**
 * Something that is edited as a whole: how it stands on this screen, and what keeps it in step with the server's. What no
 * server has is kept on this device, too: who closes the window finds it again.
 * @returns with `here`: whether this device keeps it
 */
export function useKept<Content, Now extends Draft<Content>>(
  ref: DraftRef,
  first: Now,
  { merge, name }: Ways<Content>,
) {
  const [keeper] = useState(() =>
    makeKeeper<Content, Now>(first, (seen, content) => saveDraftAction(ref, seen, content), merge),
  )
  const [called] = useState(() => name)
  const [here, setHere] = useState(true)
  const kept = useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get)
  useEffect(() => {
    const person = document.querySelector<HTMLMetaElement>('meta[name="stet-person"]')?.content
    if (!person) return
    const before = loadDraft<Content>(person, ref)
    let written = Boolean(before)
    // Goes on when the screen is left, until all is sent.
    keeper.subscribe(() => {
      const { save, now, content } = keeper.get()
      if (save !== 'saved') {
        written = saveDraft(person, ref, { version: now.version, base: now.content, content, name: called(content) })
        setHere(written)
      } else if (written) {
        written = false
        dropDraft(person, ref)
      }
    })
    if (before && !same(before.content, keeper.get().content)) keeper.recover(before)
    else if (before) dropDraft(person, ref)
  }, [called, keeper, ref])
  useEffect(() => {
    const once = async () => {
      if (document.visibilityState !== 'visible') return
      const { version } = keeper.get().now
      const newer = (await lookDraftAction(ref, version).catch(() => null)) as Now | null
      if (newer && keeper.get().now.version === version) keeper.accept(newer)
    }
    const looks = () => void once()
    const timer = setInterval(looks, EVERY)
    const send = () => keeper.get().save !== 'saved' && void keeper.flush()
    window.addEventListener('focus', looks)
    document.addEventListener('visibilitychange', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', looks)
      document.removeEventListener('visibilitychange', send)
      send()
    }
  }, [keeper, ref])
  return { ...kept, ref, keeper, here }
}

/** What the dialogs need of a front, page or menu on screen. */
export type OnScreen = {
  ref: DraftRef
  now: { version: number; plan: PlanShown | undefined }
  save: Save
  keeper: {
    flush: () => Promise<boolean>
    get: () => { now: { version: number; plan: PlanShown | undefined } }
    accept(now: unknown): void
  }
}

/** Whether leaving would lose what is on this screen, or it would wait on this device alone: `open` is sent while one goes. */
export const waitsHere = ({ save, here }: { save: Save; here: boolean }) =>
  save !== 'saved' && !(save === 'open' && here)
