import { largestWord } from '#lib/interchange/docx/word-text'
import { largestChunk, uploadId } from '#lib/media/uploads/limits'

/** The server's rules on requests; pure. */

export type Asked = { method: string; path: string; headers: Record<string, string | string[] | undefined> }

/**
 * What may change something needs our own Origin. These need none, each with its reason; nothing here may read a
 * cookie to tell who is asking.
 */
const exceptions: ((asked: Asked) => boolean)[] = [
  // Browsers send reports on their own; nothing is done in anybody's name.
  ({ path }) => path === '/api/csp-report',
  // A token is never sent by a browser on its own, a cookie is.
  ({ path, headers }) => path.startsWith('/api/content/') && Boolean(headers.authorization) && !headers.cookie,
]

/** Whether a request that may change something comes from our own pages. @param origin the configured one */
export function hasOwnOrigin(asked: Asked, origin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(asked.method)) return true
  return asked.headers.origin === origin || exceptions.some((holds) => holds(asked))
}

/**
 * Where a request to the other name of this machine belongs (the cookie is one name's only); undefined when it is right.
 * @param url the request's, with its query
 */
export function otherName({ path, headers }: Asked, url: string, baseUrl: string): string | undefined {
  const base = new URL(baseUrl)
  const own = ['localhost', '127.0.0.1']
  const [name = ''] = String(headers.host ?? '').split(':')
  if (!own.includes(base.hostname) || !own.includes(name) || name === base.hostname || path === '/api/health')
    return undefined
  return `${base.origin}${url}`
}

/**
 * Whether a request's target is a path, percent-encoded as it should be (Next answers 500 to one that is not), and
 * perhaps a query. One with a fragment, which no browser sends, would be one address to us and another to who cuts it.
 */
export function isReadable(url: string): boolean {
  if (!url.startsWith('/') || url.includes('#')) return false
  try {
    return !decodeURIComponent(url.split('?', 1)[0] as string).includes('\0')
  } catch {
    return false
  }
}

/** Bytes that a request's body may have. */
export const bodyCap = (path: string) =>
  path === '/api/csp-report'
    ? 16_384
    : path === '/api/preview' || path === '/api/reports'
      ? 32_768
      : /^\/api\/stories\/[\w-]+\/word$/.test(path)
        ? largestWord
        : uploadId.test(path)
          ? largestChunk
          : 1_048_576

/**
 * What somebody may send who is not signed in: far more than any form before that. Next takes an action's arguments apart
 * before the action can ask who sends them, and a megabyte of brackets takes it up to a second.
 */
export const strangersCap = 65_536

/** Whether a body may be for people who are signed in only: it is large, or does not say how large it is. */
export const needsSession = ({ method, path, headers }: Asked): boolean =>
  !['GET', 'HEAD'].includes(method) &&
  path !== '/api/csp-report' &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > strangersCap)

/** A path as the log may hold it: the tokens of private links are as good as passwords. */
export const loggable = (path: string) => path.replace(/^(\/(?:preview|welcome|set-password))\/.*/, '$1/…')

/**
 * Whose request it is: the socket's address, or the last that a trusted proxy was told.
 * @param forwarded X-Forwarded-For, its own proxies at the end
 */
export function clientAddress(socket: string, forwarded: string, trusted: readonly string[]): string {
  // A socket that listens on IPv6 names an IPv4 peer in its own way.
  const chain = [...forwarded.split(','), socket]
    .map((part) => part.trim().replace(/^::ffff:(?=\d+\.)/i, ''))
    .filter(Boolean)
  return chain.findLast((address) => !trusted.includes(address)) ?? socket
}
