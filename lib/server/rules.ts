/** The server's rules on requests; pure. */

export type Asked = { method: string; path: string; headers: Record<string, string | string[] | undefined> }

/** Requests that carry or set a cookie and change something need our own Origin; these do not, each with its reason. */
const exceptions = [
  '/api/csp-report', // browsers send reports without an Origin; nothing is done in anybody's name
]

/** Whether a request that may change something comes from our own pages. @param origin the configured one */
export function hasOwnOrigin({ method, path, headers }: Asked, origin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || exceptions.includes(path)) return true
  return headers.origin === origin
}

/** Where a request to the other name of this machine belongs; undefined when it is right. */
export function otherName({ path, headers }: Asked, baseUrl: string): string | undefined {
  const base = new URL(baseUrl)
  const own = ['localhost', '127.0.0.1']
  const [name = ''] = String(headers.host ?? '').split(':')
  if (!own.includes(base.hostname) || !own.includes(name) || name === base.hostname || path === '/api/health')
    return undefined
  return `${base.origin}${path}`
}

/** Whether the path is percent-encoded as it should be; Next answers 500 to one that is not. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Bytes that a request's body may have. */
export const bodyCap = (path: string) => (path === '/api/csp-report' ? 16_384 : 1_048_576)

/** A multipart body without a boundary makes Next answer 500. */
export function isReadable({ headers }: Asked): boolean {
  const type = String(headers['content-type'] ?? '')
  return !type.startsWith('multipart/form-data') || /;\s*boundary="?[^";]+/.test(type)
}

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Headers of every response. */
export const commonHeaders: Readonly<Record<string, string>> = common

/** Policy of the desk's pages; Next puts the nonce on its own scripts and styles. */
export function deskPolicy(nonce: string, dev: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    // Pasted text carries style attributes that the editor's parser must see.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
