import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { filled, routesIn } from './canary-routes'

test('every page and route that stands in the folders is asked, one that is added, too', () => {
  const app = mkdtempSync(join(tmpdir(), 'stet-routes-'))
  const files = ['(site)/page.tsx', '(site)/[place]/[slug]/page.tsx', '(site)/new-feed.xml/route.ts', 'api/x/answer.ts']
  for (const file of [...files, '(site)/[place]/opengraph-image.tsx']) {
    mkdirSync(join(app, file, '..'), { recursive: true })
    writeFileSync(join(app, file), '')
  }
  expect(routesIn(app)).toEqual(['/', '/[place]/[slug]', '/[place]/opengraph-image', '/new-feed.xml'])
  rmSync(app, { recursive: true })
})

test('those of the product are there', () => {
  const routes = routesIn('app')
  for (const one of ['/', '/search', '/feed.xml', '/sitemaps/[file]', '/[place]/[slug]/versions', '/preview/[token]'])
    expect(routes).toContain(one)
  for (const one of ['/api/preview', '/desk/stories/[id]', '/admin/[...rest]']) expect(routes).toContain(one)
})

test('each free part is said by each word', () => {
  expect(filled('/[place]/[slug]', ['a', 'b'])).toEqual(['/a/a', '/a/b', '/b/a', '/b/b'])
  expect(filled('/desk/[...rest]', ['a'])).toEqual(['/desk/a', '/desk/a/a'])
  expect(filled('/search', ['a'])).toEqual(['/search'])
})
