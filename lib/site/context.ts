import { AsyncLocalStorage } from 'node:async_hooks'

import type { LibraryItem } from './queries/media'
import type { Theme } from './theme/content'

/** What the paper would look like, on a page for who tries it. `sheet`: where its stylesheet is. */
export type Look = {
  theme: Theme
  logos: ReadonlyMap<string, LibraryItem>
  scheme: 'light' | 'dark'
  sheet: string
}

/**
 * What a render tells the edge: the keys of all that it read, until when (ms) it holds by the clock alone, and the origins
 * that its readers may load frames of; and in what look it is made, if not in the paper's.
 */
export type Render = { keys: Set<string>; until: number; frames: Set<string>; look?: Look }

// On globalThis, as this module exists twice: in our server's bundle and in Next's.
const key = Symbol.for('stet.edge.context')
const held = globalThis as { [key]?: AsyncLocalStorage<Render> }

const storage = () => (held[key] ??= new AsyncLocalStorage<Render>())

/** Runs a render and keeps what it tells. */
export async function rendering<T>(run: () => Promise<T>, look?: Look): Promise<{ answer: T; render: Render }> {
  const render: Render = { keys: new Set(), until: Number.POSITIVE_INFINITY, frames: new Set(), look }
  return { answer: await storage().run(render, run), render }
}

/** The look that the page is tried in; undefined on readers' pages. */
export const lookTried = (): Look | undefined => storage().getStore()?.look

/** Notes keys that the page is made of; outside a render it does nothing. */
export function record(keys: Iterable<string>): void {
  const render = storage().getStore()
  if (render) for (const one of keys) render.keys.add(one)
}

/** Notes that the page says something that is true only until `at`. */
export function holdsUntil(at: Date): void {
  const render = storage().getStore()
  if (render) render.until = Math.min(render.until, at.getTime())
}

/** Notes origins whose frames the page's readers may load: the policy lets through these and no others. */
export function showsFrames(origins: Iterable<string>): void {
  const render = storage().getStore()
  if (render) for (const one of origins) render.frames.add(one)
}
