import { isLink, isPath, isReadersPath } from './document/attributes'

/** Runs in the reader's browser, or shows what somebody else wrote as if it came from the paper. */
const runs = new Set(['javascript', 'vbscript', 'data', 'blob', 'filesystem', 'view-source'])

/** An address as a link keeps it, or why no link may have it. */
export type Judged = { href: string; fault?: undefined } | { href?: undefined; fault: string }

/**
 * What somebody typed as a link.
 * @param origin the paper's own, like https://paper.example; its pages are kept as paths
 * @returns undefined when it does not look like an address at all
 */
export function judgeLink(typed: string, origin = ''): Judged | undefined {
  const text = typed.trim()
  if (isMail(text)) return { href: `mailto:${text}` }
  // Not a headline's "Data: what we know", nor a host and its port.
  const scheme = /^((?:java|vb)script(?=:)|[a-z][a-z0-9+.-]*(?=:(?!\s|\d+(?:\/|$))))/i.exec(text)?.[1]?.toLowerCase()
  if (text.startsWith('/') && !text.startsWith('//'))
    return isPath(text) ? own(text) : { fault: 'This is no address of a page of ours.' }
  if (scheme && runs.has(scheme))
    return { fault: `Not safe: a “${scheme}:” address can run a program in the reader’s browser.` }
  if (/\s/.test(text)) return undefined
  if (scheme === 'file') return { fault: 'A “file:” address leads to a disk that readers do not have.' }
  const known = scheme && /^(https?|mailto)$/.test(scheme)
  if (scheme && !known && text.length > scheme.length + 1)
    return { fault: `Readers cannot follow “${scheme}:”. A link leads to a web page or an e-mail address.` }
  if (known || looksLikeHost(text)) return judgeUrl(known ? text : `https://${text.replace(/^\/\//, '')}`, origin)
  return undefined
}

function judgeUrl(address: string, origin: string): Judged {
  if (!URL.canParse(address)) return { fault: 'This address is not complete.' }
  const { protocol, host, hostname, href, username, password, origin: its } = new URL(address)
  if (protocol === 'mailto:') return isLink(href) ? { href } : { fault: 'This e-mail address is not complete.' }
  if (username || password)
    return { fault: `Not safe: what stands before the @ hides that this leads to ${host}. Take it out.` }
  if (its === origin) return own(href.slice(its.length))
  if (!hostname.includes('.') && !hostname.startsWith('['))
    return { fault: `“${hostname}” is no address that readers can reach.` }
  return isLink(href) ? { href } : { fault: 'This address is too long, or not one of a web page.' }
}

const own = (path: string): Judged =>
  isReadersPath(path)
    ? { href: path }
    : { fault: 'Only who is signed in can open this page. Search for the story by its headline instead.' }

const isMail = (text: string) => /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)
const looksLikeHost = (text: string) =>
  /^(?:\/\/)?[^\s@/:?#]+\.[^\s@/:?#.\d][^\s@/:?#.]+(?::\d+)?(?:[/?#]|$)/.test(text)

/** A link's address as it is kept: the paper's own pages as paths, so that they hold when the paper moves house. */
export function keptHref(href: string, origin: string): string {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return href
  const url = new URL(href)
  const path = url.href.slice(url.origin.length)
  return url.origin === origin && isReadersPath(path) ? path : href
}

/** The whole address of a link: for who opens it, and for text that is copied to somewhere else. */
export const wholeHref = (href: string, origin: string) => (isPath(href) ? `${origin}${href}` : href)
