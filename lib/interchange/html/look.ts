import { cleanLink } from '#lib/checks/paste/links'

import type { Look } from './line'
import { type Element, styleOf } from './tree'

export const plainLook: Look = { bold: false, italic: false, pre: false }

const heavy = new Set(['b', 'strong'])
const slanted = new Set(['i', 'em', 'cite', 'dfn', 'var'])

/** How words in the element look: by its name, then by its style, which is right where they differ (Google Docs). */
export function lookIn(element: Element, look: Look): Look {
  const { name, attrs } = element
  const next = { ...look }
  if (heavy.has(name)) next.bold = true
  if (slanted.has(name)) next.italic = true
  if (name === 'pre') next.pre = true
  if (name === 'a' && attrs.href) next.href = cleanLink(attrs.href)?.href
  if (!attrs.style) return next
  const style = styleOf(element)
  const weight = style['font-weight']
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) next.bold = true
  else if (weight === 'normal' || weight === 'lighter' || Number(weight) > 0) next.bold = false
  const slope = style['font-style']
  if (slope === 'italic' || slope?.startsWith('oblique')) next.italic = true
  else if (slope === 'normal') next.italic = false
  const spaces = style['white-space'] ?? style['white-space-collapse']
  if (spaces) next.pre = /^(?:pre|break-spaces|preserve)/.test(spaces)
  return next
}

/** Whether its words are not shown where they were copied. */
export function isHidden(element: Element): boolean {
  if ('hidden' in element.attrs) return true
  if (!/display|visibility|mso-hide/i.test(element.attrs.style ?? '')) return false
  const style = styleOf(element)
  return style.display === 'none' || style.visibility === 'hidden' || style['mso-hide'] === 'all'
}
