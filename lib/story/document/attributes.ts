import { isCropText } from './crop-text'
import { isProvider } from './embed/embed'
import { correctionKinds } from './nodes'

/** Where a link may lead: the web, mail, and a page of ours by its path. Never `javascript:`, `data:` or `//host`. */
export const isLink = (href: unknown): href is string =>
  typeof href === 'string' &&
  href.length <= 2000 &&
  (/^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])\S*$/i.test(href) || isReadersPath(href))

/** Places of the desk and the server; readers are kept out of them. */
const notForReaders = new Set('account admin api collab desk preview set-password sign-in sign-out welcome'.split(' '))

/** A path on our own host: `//` and, to a browser, `/\` begin another's address. */
export const isPath = (href: string) => /^\/(?![/\\])[^\s\\]*$/.test(href)

/** A page of ours that readers may open. */
export const isReadersPath = (href: string) =>
  isPath(href) && !notForReaders.has(/^\/([^/?#]*)/.exec(href)?.[1]?.toLowerCase() ?? '')

const refuse = (what: string): never => {
  throw new RangeError(`not ${what}`)
}
/** Characters of a line of text in an attribute. */
export const longestLine = 1000

const text = (max: number) => (value: unknown) => {
  if (typeof value !== 'string' || value.length > max) refuse(`text of at most ${max} characters`)
}

/** `2026-05-14T08:30:00.000Z` or shorter, and a moment that there was. */
const isInstant = (value: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{3})?)?Z$/.test(value) && !Number.isNaN(Date.parse(value))

/**
 * What an attribute may hold, as ProseMirror's `validate` wants it: throws on any other value.
 * Whether a value is sensible (a date that exists) is a check before publication; here only what could do harm is refused.
 */
export const attribute = {
  /** null only between a block's creation in an editor and its id, in one transaction. */
  id: (value: unknown) => {
    if (value !== null && !(typeof value === 'string' && /^[\w-]{1,40}$/.test(value))) refuse('an id')
  },
  line: text(longestLine),
  level: (value: unknown) => {
    if (value !== 2 && value !== 3) refuse('a heading level')
  },
  start: (value: unknown) => {
    if (!Number.isInteger(value) || Math.abs(value as number) > 1e6) refuse('a number to start from')
  },
  href: (value: unknown) => {
    if (!isLink(value)) refuse('an address')
  },
  source: (value: unknown) => {
    if (value !== '' && !(isLink(value) && /^https:/i.test(value))) refuse('an https address')
  },
  provider: (value: unknown) => {
    if (!isProvider(value)) refuse('a provider')
  },
  /** Signs that any provider's ids are of; whether it is one of this provider's is a question of the whole node. */
  ref: (value: unknown) => {
    if (typeof value !== 'string' || !/^[\w@./-]{1,300}$/.test(value)) refuse('an id there')
  },
  media: (value: unknown) => {
    if (typeof value !== 'string' || !/^[a-z0-9-]{1,40}$/.test(value)) refuse('something of the library')
  },
  crop: (value: unknown) => {
    if (value !== '' && !isCropText(value)) refuse('a part of a picture')
  },
  flag: (value: unknown) => {
    if (typeof value !== 'boolean') refuse('yes or no')
  },
  correction: (value: unknown) => {
    if (!(correctionKinds as readonly unknown[]).includes(value)) refuse('a kind of correction')
  },
  instant: (value: unknown) => {
    if (value !== '' && !(typeof value === 'string' && isInstant(value))) refuse('an instant')
  },
}

/**
 * A value out of foreign HTML, whose attributes are called as ours but hold anything.
 * @returns `otherwise` where it is not fit; a paste that held it would be refused as a whole
 */
export function fitting<T>(value: T, validate: (value: unknown) => void, otherwise: T): T {
  try {
    validate(value)
    return value
  } catch {
    return otherwise
  }
}
