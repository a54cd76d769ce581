import { readdirSync } from 'node:fs'

import { type Answer, ask, test } from './support/probe'
import type { RunningServer } from './support/server'
import { admin, expect } from './support/test'

const story = '/politics/who-sits-where'
const chunk = `/_next/static/chunks/${readdirSync('.next/static/chunks').find((file) => file.endsWith('.js'))}`
const newsroom = ['/desk', '/account']

/** A request's target has no fragment and begins with a slash. */
const malformed = [
  ...['/desk#x', '/account#x', '/missing#x', '/admin/people#x', `${story}#x`, '/#', '/search?q=a#b', `${chunk}#a`],
  ...[`/_next/static/#/../..${story}`, '/favicon.svg#a', '#', '*', 'desk', 'http://evil.example/politics'],
  ...[`${story}%00`, `${chunk}%00`],
]

/** A file's address is its plain name: here a program on the way to it takes out or adds what another reads. */
const nothing = [
  ...[`%0a../..${story}`, `.%09./.%09.${story}`, `.%0d./.%0d.${story}`, `%09../..${story}`, '.%09./.%09./desk'].map(
    (path) => `/_next/static/${path}`,
  ),
  ...['%0a../../account', '%0a../../missing', '%20', '%0a', '', 'chunks/', 'chunks'].map(
    (path) => `/_next/static/${path}`,
  ),
  ...['%23a', '%20', '%0a', '%09', '%3fa', '%3ba', '%2f', '%5c', '%e2%80%8b', '/', '/a'].map((end) => chunk + end),
  chunk.replace('chunks/', '/chunks/'),
  chunk.replace('chunks/', './chunks/'),
  chunk.replace('chunks/', 'chunks/./'),
  ...[
    '/favicon.svg',
    '/fonts/stet-head.woff2',
    '/feed.xml',
    '/robots.txt',
    story,
    '/desk',
    '/account',
    '/missing',
  ].flatMap((path) => ['%23a', '%20', '%0a', '%3fa'].map((end) => path + end)),
]

type Seen = Record<string, { status: number; to?: string; control?: string; text?: string; own?: boolean }>

/** What a stranger, and what an admin gets at addresses that the targets are mistaken for. */
async function look(server: RunningServer, cookie: string): Promise<Seen> {
  const seen: Seen = {}
  for (const path of [...newsroom, '/missing', story, chunk]) {
    const { status, headers, text } = await ask(server, { path })
    seen[path] = { status, to: headers.location, control: headers['cache-control'], own: text.includes(admin.name) }
    // Pages of the newsroom have a nonce of their own each time.
    if (!newsroom.includes(path)) seen[path].text = text
  }
  for (const path of newsroom) {
    const { status, headers, text } = await ask(server, { path, headers: { cookie } })
    const own = text.includes(admin.name)
    seen[`${path} of an admin`] = { status, to: headers.location, control: headers['cache-control'], own }
  }
  return seen
}

const wanted = [
  ...malformed.map((target) => [target, 400] as const),
  ...nothing.map((target) => [target, 404] as const),
]

test(`${wanted.length} targets that are no address are refused, and leave nothing behind`, async ({
  server,
  cookie,
}) => {
  test.slow()
  let before = await look(server, cookie)
  const control = expect.stringContaining('no-store')
  for (const path of newsroom) {
    expect(before[path]).toMatchObject({ status: 307, to: '/sign-in', control, own: false })
    expect(before[`${path} of an admin`]).toMatchObject({ status: 200, control, own: true })
  }
  expect([before['/missing']?.status, before[story]?.status, before[chunk]?.status]).toEqual([404, 200, 200])
  const wrong: string[] = []
  for (const [at, [path, status]] of wanted.entries()) {
    const answers: Answer[] = []
    for (const headers of [{ cookie }, {}] as Record<string, string>[])
      answers.push(await ask(server, { path, headers }))
    for (const answer of answers) {
      if (answer.status !== status) wrong.push(`${path}: ${answer.status}`)
      if (answer.text.includes(admin.name)) wrong.push(`${path}: shows the admin’s page`)
      if (/immutable/.test(answer.headers['cache-control'] ?? '')) wrong.push(`${path}: is kept for ever`)
    }
    // After every tenth: to look takes twenty times as long as to ask.
    if ((at + 1) % 10 !== 0 && at + 1 < wanted.length) continue
    const now = await look(server, cookie)
    for (const [what, was] of Object.entries(before))
      if (JSON.stringify(now[what]) !== JSON.stringify(was))
        wrong.push(`${path}, or one of nine before it: changes ${what}`)
    before = now
  }
  expect(wrong).toEqual([])
})

test('what was withdrawn is given by no other target', async ({ server, press }) => {
  const id = await press.draft()
  const path = await press.publish(id)
  const ways = [
    ...[`%0a../..${path}`, `.%09./.%09.${path}`, `chunks/%0a../../..${path}`].map((end) => `/_next/static/${end}`),
    ...[`${path}#x`, `${path}%23x`, `${path}%20`, `/.%09.${path}`, `/%0a${path.slice(1)}`, `/%2e${path}`],
  ]
  const dateline = await press.update(id)
  expect((await ask(server, { path })).text).toContain(dateline)
  for (const way of ways) await ask(server, { path: way })
  await press.withdraw(id)
  for (const way of [path, ...ways]) {
    const { status, text } = await ask(server, { path: way })
    expect(text, way).not.toContain(dateline)
    expect(status, way).toBe(way === path ? 410 : way.includes('#') ? 400 : 404)
  }
})
