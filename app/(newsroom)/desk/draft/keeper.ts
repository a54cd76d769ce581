import type { FormState } from '#app/(newsroom)/answer'
import { same } from '#lib/same'
import type { Merge, Side } from '#lib/three-way'

/** What became of what was changed last. `open`: not sent yet, or on its way. */
export type Save = 'saved' | 'open' | 'unreached' | 'refused' | 'signed-out' | 'conflict'

/** What is edited: its draft, and the version of that. */
export type Draft<Content> = { version: number; content: Content }

/** Who has changed the same meanwhile, and what stands there now. */
export type Conflict<Content> = {
  version: number
  theirs: Content
  clashes: string[]
  by: string | null
  at: Date | null
}

export type Kept<Content, Now extends Draft<Content>> = {
  /** As the server has said last. */
  now: Now
  /** As it stands on this screen. */
  content: Content
  save: Save
  savedAt: number | undefined
  /** Why it was not taken. */
  message: string
  conflict: Conflict<Content> | undefined
  /** Who had changed it meanwhile, where what both did was joined. */
  joined: string
  /** What was changed here before, and never reached the server, stands here again. */
  back: boolean
  mayUndo: boolean
}

type Send<Content> = (seen: Draft<Content>, content: Content) => Promise<FormState>
type Act<Content> = { before: Content; after: Content; key: string | undefined; at: number }

/** Milliseconds of rest before a change is sent, and after a server that was not reached. */
type Options = { rest?: number; again?: number }

/** Changes of one field within so many milliseconds are undone as one. */
const TOGETHER = 2000
/** Acts that can be undone. */
const MOST = 100

export type Keeper<Content, Now extends Draft<Content>> = ReturnType<typeof makeKeeper<Content, Now>>

/**
 * Keeps what is edited here as a whole, such as a front or a page, in step with the server's: sends what changes, joins what colleagues have changed
 * meanwhile, and loses nothing where it cannot.
 */
export function makeKeeper<Content, Now extends Draft<Content>>(
  first: Now,
  send: Send<Content>,
  merge: Merge<Content>,
  { rest = 500, again = 3000 }: Options = {},
) {
  let kept: Kept<Content, Now> = {
    ...{ now: first, content: first.content, save: 'saved', savedAt: undefined, message: '' },
    ...{ conflict: undefined, joined: '', back: false, mayUndo: false },
  }
  const listeners = new Set<() => void>()
  const acts: Act<Content>[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined

  function put(part: Partial<Kept<Content, Now>>) {
    kept = { ...kept, ...part, mayUndo: acts.length > 0 }
    for (const listener of listeners) listener()
  }
  const isDirty = () => !same(kept.content, kept.now.content)
  const waits = () => ['conflict', 'signed-out'].includes(kept.save)

  function plan(ms = rest) {
    clearTimeout(timer)
    if (isDirty() && !waits()) timer = setTimeout(() => void flush(), ms)
  }

  function show(content: Content) {
    put({ content, ...(!waits() && { save: 'open' as const }), joined: '', back: false })
    if (isDirty()) plan()
    else if (!sending && !waits()) put({ save: 'saved' })
  }

  /** Sends what is not kept yet. @returns whether all of it is */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    sending ??= sendAll().finally(() => {
      sending = undefined
    })
    await sending
    return !isDirty()
  }

  async function sendAll() {
    while (isDirty() && !kept.conflict) {
      const { now, content } = kept
      const state = await send({ version: now.version, content: now.content }, content).catch(() => null)
      if (!state) {
        put({ save: 'unreached', message: '' })
        return plan(again)
      }
      if (state.ok) take(state.detail as Now, content, state.message)
      else return refuse(state)
    }
    if (!kept.conflict) put({ save: 'saved', savedAt: Date.now(), message: '' })
  }

  function refuse({ signedOut, reason, message, detail }: NonNullable<FormState>) {
    if (signedOut) put({ save: 'signed-out', message })
    else if (reason === 'conflict') put({ save: 'conflict', message, conflict: detail as Conflict<Content> })
    else put({ save: 'refused', message })
  }

  /** @param sent what the server has answered to; what was changed since stands on top of it */
  function take(now: Now, sent: Content, joined = '') {
    put({ now, content: merge(sent, kept.content, now.content).content, joined })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get: () => kept,
    flush,
    /** @param key of the field that is typed in, so that its letters are undone together */
    change(content: Content, key?: string) {
      if (same(content, kept.content)) return
      const last = acts.at(-1)
      const at = Date.now()
      if (key && last?.key === key && at - last.at < TOGETHER) Object.assign(last, { after: content, at })
      else acts.push({ before: kept.content, after: content, key, at })
      acts.splice(0, acts.length - MOST)
      show(content)
    },
    /** Takes back what was done last here; what colleagues have done since stays. */
    undo() {
      const last = acts.pop()
      if (last) show(merge(last.after, last.before, kept.content).content)
    },
    /** What this device has kept of an earlier screen, and no server has. The server joins it, or tells who changed the same. */
    recover({ version, base, content }: { version: number; base: Content; content: Content }) {
      if (isDirty() || sending || same(content, kept.content)) return
      put({ now: { ...kept.now, version, content: base }, content, save: 'open', back: true })
      void flush()
    },
    /** What somebody else has kept meanwhile, or what an act has made of it. */
    accept(now: Now) {
      if (isDirty() || sending || kept.conflict) return
      put({ now, content: now.content })
    },
    /** Goes on from theirs, with what was chosen where both had changed the same. */
    resolve(choose: Record<string, Side>) {
      const { conflict, now, content } = kept
      if (!conflict) return
      const joined = merge(now.content, content, conflict.theirs, choose).content
      put({
        ...{ now: { ...now, version: conflict.version, content: conflict.theirs } },
        ...{ content: joined, conflict: undefined, save: 'open', message: '' },
      })
      void flush()
    },
    /** Somebody has signed in again, or wants it tried once more. */
    retry() {
      put({ save: 'open', message: '' })
      void flush()
    },
  }
}
