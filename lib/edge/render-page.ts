import { type Look, type Render, rendering } from '#lib/site/context'

import { type Captured, capture, type Handler } from './capture'

/** A page as Next made it, with the keys of what it was made of and until when it holds. */
export type Rendered = Captured & { render: Render }

/** @param path with its known parameters @param host the paper's own @param cookie as `capture` @param look if not the paper's */
export async function renderPage(
  next: Handler,
  path: string,
  host: string,
  cookie?: string,
  look?: Look,
): Promise<Rendered> {
  const { answer, render } = await rendering(() => capture(next, path, host, cookie), look)
  return { ...answer, render }
}
