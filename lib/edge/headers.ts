import { createHash } from 'node:crypto'

/** The site's policy: everything from the paper's own address, nothing inline. */
export const sitePolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
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

/** Which links a page's browser may fetch before they are pressed; read by the header, as nothing stands inline. */
export const rulesPath = '/speculation-rules.json'

/** What makes a browser take that file for rules. */
export const rulesType = 'application/speculationrules+json'

/** That of a page on which readers may load frames of these origins, and of no others. */
export const policyWith = (frames: ReadonlySet<string>) =>
  frames.size ? `${sitePolicy}; frame-src ${[...frames].sort().join(' ')}` : sitePolicy

/** Tells one body from another, whatever it is compressed with. */
export const tagOf = (body: Buffer) => createHash('sha256').update(body).digest('base64url').slice(0, 22)

/**
 * Readers' caches may keep a page but must ask whether it still stands.
 * @param shared seconds for which a CDN need not ask; 0: it must, too
 */
export const pageControl = (shared: number) =>
  `public, max-age=0, ${shared ? `s-maxage=${shared}, ` : ''}must-revalidate`

/** Built files carry their content's hash in their name; others are asked for again after a week. */
export const fileControl = (kind: 'static' | 'file') =>
  kind === 'static' ? 'public, max-age=31536000, immutable' : 'public, max-age=604800'

/** Whether a reader's `If-None-Match` names what would be sent. @param tag in its quotes */
export const isKnown = (ifNoneMatch: string, tag: string) =>
  ifNoneMatch === tag || ifNoneMatch.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()))
