import { expect, test } from 'vitest'

import { accepts, type Entry, engines, licences } from './packages'
import { findSecrets } from './secrets'

const lockOf = (entry: Entry) => ({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', ...entry } } })
const holds = async (figures: Promise<{ holds: boolean }[]>) => (await figures).every((figure) => figure.holds)

test.each([
  ['MIT', true],
  ['(MIT OR Apache-2.0)', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND GPL-3.0-or-later)', false],
  ['MPL-2.0', true],
  ['AGPL-3.0-only', false],
  ['(MIT AND GPL-3.0)', false],
  ['SEE LICENSE IN LICENSE.md', false],
  [undefined, false],
])('a package under %s may be used: %s', async (license, may) => {
  expect(await holds(licences(lockOf({ license })))).toBe(may)
})

test('a package that may not be used is named', async () => {
  const [figure] = await licences(lockOf({ license: 'GPL-3.0' }))
  expect(figure?.value).toBe('a@1.0.0 GPL-3.0')
})

test.each([
  ['*', true],
  ['>=20.19', true],
  ['>=20.19.1', false],
  ['>= 18', true],
  ['>=22', false],
  ['^18 || ^20.9 || >=22', true],
  ['^18 || >=22', false],
  ['~20.18', false],
  ['20 || 22', true],
  ['18.x', false],
  ['>=18 <20', false],
])('engines %s accept Node 20.19: %s', (range, does) => {
  expect(accepts(range)).toBe(does)
})

test('a package that refuses Node 20, and an address in the lock file, are told', async () => {
  expect(await holds(engines(lockOf({})))).toBe(true)
  expect(await holds(engines(lockOf({ engines: { node: '>=22' } })))).toBe(false)
  expect(await holds(engines(lockOf({ resolved: 'https://registry.example/a.tgz' })))).toBe(false)
})

// Put together here, so that this file holds none of them.
test.each([
  ['a private key', `-----BEGIN EC ${'PRIVATE'} KEY-----`],
  ['an AWS key', `AKIA${'ABCDEFGH23456789'}`],
  ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
  ['an npm token', `npm_${'a1'.repeat(18)}`],
  ['a Slack token', `xoxb-${'1234567890-abc'}`],
  ['a signed token', ['eyJhbGciOiJIUzI1NiIsInR5', 'eyJzdWIiOiIxMjM0NTY3ODkw', 'SflKxwRJSMeKKF2QT4fwpM'].join('.')],
  ['a password in an address', `postgres://paper:${'hunter2hunter'}@db.internal/stet`],
  ['a secret set', `${'AUTH_SECRET'}=0123456789`],
])('%s is found', (name, text) => {
  expect(findSecrets(`before\n${text}\nafter`)).toEqual([name])
})

test('what only stands for a secret is none', () => {
  expect(findSecrets('AUTH_SECRET=   # 32 characters\npostgres://user:password@host/database')).toEqual([])
})
