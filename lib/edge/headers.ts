import { createHash } from 'node:crypto'

/**
 * The site's policy: everything from the paper's own address, nothing inline.
 * @param scripts hashes of the inline scripts that the page still holds
 */
export function sitePolicy(scripts: string[] = []): string {
  return [
    `default-src 'none'`,
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `media-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Hashes of the scripts that run from the page itself (the framework's), for the policy; each once. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, attributes = '', code = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi))
    if (!/\bsrc=|type="application\//i.test(attributes) && code)
      hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  return [...hashes]
}

/** Tells one body from another, whatever it is compressed with. */
export const tagOf = (body: Buffer) => createHash('sha256').update(body).digest('base64url').slice(0, 22)

/** Readers' caches may keep a page but must ask whether it still stands; a failure is nobody's to keep. */
export const cacheControl = (status: number) => (status < 500 ? 'public, max-age=0, must-revalidate' : 'no-store')

/** Whether a reader's `If-None-Match` names this body, in any of its encodings. */
export const isKnown = (ifNoneMatch: string | undefined, tag: string) =>
  (ifNoneMatch ?? '').split(',').some((one) => one.trim() === '*' || one.includes(`"${tag}`))
