import { expect, test } from 'vitest'

import { fileControl, isKnown, pageControl, sitePolicy, tagOf } from './headers'

test('nothing inline is let through, and nothing from elsewhere', () => {
  expect(sitePolicy).toContain("default-src 'none'")
  expect(sitePolicy).not.toMatch(/unsafe|nonce|sha256|https?:|\*/)
})

test('a CDN may keep a page only where a setting says so, readers never without asking', () => {
  expect(pageControl(0)).toBe('public, max-age=0, must-revalidate')
  expect(pageControl(5)).toBe('public, max-age=0, s-maxage=5, must-revalidate')
  expect(fileControl('static')).toContain('immutable')
})

test('a reader knows a page by its tag in any encoding, not by the beginning of another', () => {
  const tag = tagOf(Buffer.from('page'))
  expect(isKnown(`"${tag}"`, tag)).toBe(true)
  expect(isKnown(`"x", W/"${tag}-br"`, tag)).toBe(true)
  expect(isKnown(`"${tagOf(Buffer.from('other'))}"`, tag)).toBe(false)
  expect(isKnown(undefined, tag)).toBe(false)
})
