import { isLink } from '#lib/story/document/attributes'
import type { Block, Mark, Text } from '#lib/story/document/nodes'

import { withTextblocks } from './textblocks'

const tracking =
  /^(?:utm_\w+|at_(?:campaign|medium|custom\d|format|link_\w+|ptr_name|bbc_team)|_ga|_gl|_hs\w+|hsCtaTracking|__hs\w+|fbclid|fb_(?:action_\w+|source|ref)|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh|igshid|mc_[ce]id|mkt_tok|vero_(?:id|conv)|oly_\w+_id|ref_src|ref_url|s_kwcid|s_cid|cmpid|ocid|xtor|smid|smtyp|guccounter|guce_\w+|sr_share|wt[._]\w+|mbid|ns_(?:mchannel|source|campaign|linkname|fee)|ICID|intcmp|__twitter_impression|trk|trkCampaign)$/i

/** Pages that only lead on, and the parameter that says where to. */
const wrappers: [host: RegExp, path: RegExp, names: string[]][] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, ['q', 'url']],
  [/^lm?\.(?:facebook|instagram)\.com$|^(?:www\.)?facebook\.com$/, /^\/l\.php$|^\/$/, ['u']],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, ['url']],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^(?:out\.reddit\.com)$/, /^\//, ['url']],
  [/^duckduckgo\.com$/, /^\/l\/$/, ['uddg']],
]

/** `shed`: how many tracking codes and wrappers are gone. */
export type Cleaned = { href: string; shed: number }

/**
 * An address without what follows readers about: tracking parameters and pages that only lead on. What remains is kept
 * code point for code point.
 * @returns undefined for what no story may link to (`isLink`)
 */
export function cleanLink(href: string, depth = 0): Cleaned | undefined {
  const address = href.trim()
  if (!isLink(address) || !URL.canParse(address)) return undefined
  if (/^mailto:/i.test(address)) return { href: address, shed: 0 }
  const url = new URL(address)
  const inner = depth < 3 && wrapped(url)
  const led = inner ? cleanLink(inner, depth + 1) : undefined
  if (led) return { href: led.href, shed: led.shed + 1 }
  const [, base = '', query, hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? []
  const [kept, shed] = withoutTracking(query)
  const [mark, shedMark] = hash?.includes('=') ? withoutTracking(hash) : [hash, 0]
  return { href: base + (kept ? `?${kept}` : '') + (mark ? `#${mark}` : ''), shed: shed + shedMark }
}

function wrapped(url: URL) {
  const names = wrappers.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname))?.[2] ?? []
  return names.map((name) => url.searchParams.get(name)).find((to) => to && /^https?:\/\//i.test(to))
}

function withoutTracking(query = ''): [string, number] {
  const pairs = query.split('&')
  const kept = pairs.filter((pair) => !tracking.test(pair.split('=')[0]!))
  return [kept.join('&'), pairs.length - kept.length]
}

/** Blocks with their links cleaned; a link that no story may have loses its mark and keeps its words. */
export function cleanLinks(blocks: readonly Block[]): { blocks: Block[]; shed: number } {
  let shed = 0
  const cleanMark = (mark: Mark): Mark[] => {
    if (mark.type !== 'link') return [mark]
    const cleaned = cleanLink(mark.attrs.href)
    shed += cleaned?.shed ?? 0
    return cleaned ? [{ type: 'link', attrs: { ...mark.attrs, href: cleaned.href } }] : []
  }
  const cleanText = (node: Text): Text => (node.marks ? { ...node, marks: node.marks.flatMap(cleanMark) } : node)
  const cleaned = blocks.map((block) =>
    withTextblocks(block, (node) => (node.content ? { ...node, content: node.content.map(cleanText) } : node)),
  )
  return { blocks: cleaned, shed }
}
