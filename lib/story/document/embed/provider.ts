/** What readers are offered to load. */
export type What = 'video' | 'post' | 'sound' | 'chart' | 'map'

/** The room that it is given, so that nothing jumps when it comes. */
export type Shape = 'wide' | 'upright' | 'post' | 'strip' | 'player' | 'plate'

/** A site of whose works a story may show one, by an id alone: addresses are made from it here, none is ever stored. */
export type Provider = {
  name: string
  what(id: string): What
  shape(id: string): Shape
  /** Whether it is an id as `read` gives it: of signs that are safe in an address. */
  fits(id: string): boolean
  /** The id in an address of the site's, as people copy it; undefined in any other. */
  read(address: Address): string | undefined
  /** Where the original stands. */
  link(id: string): string
  /** What shows it in a frame; a site that has no such page stays a link. */
  frame?(id: string): string
}

/** An https address taken apart. `host` without `www.` and the like, `parts` of the path. */
export type Address = { host: string; parts: string[]; query: URLSearchParams; hash: string }

/** The id put together where all of it is there and fits. */
export const fitting = (pattern: RegExp, ...parts: (string | null | undefined)[]): string | undefined => {
  const id = parts.join('/')
  return parts.every(Boolean) && pattern.test(id) ? id : undefined
}

/** @returns undefined for what is no address of the web, or holds a name and password, or a port */
export function takeApart(text: string): Address | undefined {
  const typed = text.trim()
  if (typed.length > 2000 || /\s/.test(typed)) return undefined
  const whole = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.port) return undefined
  return {
    host: url.hostname.replace(/^(?:www|m|mobile)\./, ''),
    parts: url.pathname.split('/').filter(Boolean),
    query: url.searchParams,
    hash: url.hash.slice(1),
  }
}
