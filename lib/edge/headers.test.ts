import { expect, test } from 'vitest'

import { fileControl, isKnown, pageControl, policyWith, sitePolicy, tagOf } from './headers'

test('nothing inline is let through, and nothing from elsewhere', () => {
  expect(sitePolicy).toContain("default-src 'none'")
  expect(sitePolicy).not.toMatch(/unsafe|nonce|sha256|https?:|\*/)
})

test('a page with frames lets through theirs and no others; one without lets through none', () => {
  expect(policyWith(new Set())).toBe(sitePolicy)
  expect(policyWith(new Set(['https://player.vimeo.com', 'https://open.spotify.com']))).toBe(
    `${sitePolicy}; frame-src https://open.spotify.com https://player.vimeo.com`,
  )
})

test('a CDN may keep a page only where a setting says so, readers never without asking', () => {
  expect(pageControl(0)).toBe('public, max-age=0, must-revalidate')
  expect(pageControl(5)).toBe('public, max-age=0, s-maxage=5, must-revalidate')
  expect(fileControl('static')).toContain('immutable')
})

test('a reader knows a page by the tag of what would be sent, alone or in a list, not by another encoding’s', () => {
  const hash = tagOf(Buffer.from('page'))
  for (const known of [`"${hash}-br"`, `"x", W/"${hash}-br"`, '*']) expect(isKnown(known, `"${hash}-br"`)).toBe(true)
  for (const other of [`"${hash}"`, `"${hash}-gzip"`, `"${tagOf(Buffer.from('other'))}-br"`, '', hash])
    expect(isKnown(other, `"${hash}-br"`)).toBe(false)
})
