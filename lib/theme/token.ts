import type { Theme } from '#lib/site/theme/content'

// As a part of an address: a look that is tried is kept nowhere else.

/** A look as one part of an address. */
export const toToken = (theme: Theme): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(theme))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** What such a part says; undefined for what says nothing. */
export function fromToken(token: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
