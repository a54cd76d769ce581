import { existsSync, readdirSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { kindOf } from '#lib/edge/paths'
import { mayStand } from '#lib/site/queries/standing'
import { reservedSlugs } from '#lib/story/slug'
import { databaseForAll } from '#lib/testing/database'

// What stands where is said by these folders, and again by lists that are read before Next is asked: which addresses are
// readers', which of them cost a render, and which words no section may take.

const foldersOf = (group: string) =>
  readdirSync(new URL(`./${group}/`, import.meta.url), { withFileTypes: true })
    .filter((one) => one.isDirectory() && !/^[[(]/.test(one.name))
    .map(({ name }) => name)
const stands = (group: string, name: string) =>
  ['page.tsx', 'route.ts'].some((file) => existsSync(new URL(`./${group}/${name}/${file}`, import.meta.url)))

const newsroom = [...foldersOf('(newsroom)'), 'api']
const site = foldersOf('(site)')
/** Pages that the edge alone asks for. */
const inner = ['missing', 'withdrawn']

databaseForAll()

/** One namespace: whatever stands anywhere in `app/`, a section's or page's address is none of it. */
test.each([...newsroom, ...foldersOf('.'), ...site])('no section or story may be called as %s is', (name) => {
  expect(reservedSlugs).toContain(name.replace(/\.\w+$/, ''))
})

test('/preview, and all below it, is for who has a link, and is never taken for a section', () => {
  expect([kindOf('/preview'), kindOf('/preview/x'), kindOf('/preview/x/y')]).toEqual(['private', 'private', 'private'])
})

test.each(newsroom)('/%s, and all below it, is the newsroom’s', (name) => {
  expect([kindOf(`/${name}`), kindOf(`/${name}/x`)]).toEqual(['elsewhere', 'elsewhere'])
})

describe.each(site)('/%s', (name) => {
  test('is found by readers, or by the edge alone', () => {
    const kinds = [
      kindOf(`/${name}`),
      kindOf(`/${name}/1`),
      kindOf(`/${name}/1.xml`),
      kindOf(`/${name}/0123456789ab.css`),
    ]
    expect(kinds.some((kind) => kind === 'page' || kind === 'document')).toBe(!inner.includes(name))
    expect(kinds).not.toContain('elsewhere')
  })

  test.runIf(stands('(site)', name) && !inner.includes(name))('stands whatever is published', async () => {
    expect(await mayStand(`/${name}`)).toBe(true)
  })
})
