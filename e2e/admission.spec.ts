import { readdirSync, readFileSync } from 'node:fs'

import type { APIResponse, Page } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { admin, expect, test } from './support/test'

type Role = 'nobody' | 'contributor' | 'writer' | 'editor' | 'admin'
const roles: Role[] = ['nobody', 'contributor', 'writer', 'editor', 'admin']

/** Every page of the newsroom, by its file; what a segment stands for is made up. */
const pages = readdirSync('app/(newsroom)', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replace(/\[[^\]]+\]/g, 'made-up')}`)
  .sort()

/** Pages of the desk for who publishes. */
const editorsOnly = ['/desk/breaking', '/desk/fronts', '/desk/menus', '/desk/pages', '/desk/reports', '/desk/series']

/** Pages for who is not in yet. */
const open = ['/sign-in', '/welcome', '/welcome/made-up', '/set-password', '/set-password/made-up']

test('every page of the newsroom is known to this test by its area', () => {
  const areas = new Set(pages.filter((page) => !open.includes(page)).map((page) => page.split('/')[1]))
  expect([...areas].sort()).toEqual(['account', 'admin', 'desk'])
  expect(pages).toEqual(
    expect.arrayContaining([
      ...open,
      '/admin/audit',
      '/admin/look',
      '/admin/people',
      '/admin/sections',
      '/admin/settings',
    ]),
  )
})

for (const role of roles)
  test(`pages for ${role}: the admin area is for admins, what is made of the paper for editors, the desk for who is signed in`, async ({
    page,
    addPerson,
    enter,
  }) => {
    if (role !== 'nobody') await enter(page, role === 'admin' ? admin : await addPerson({ role }))
    for (const path of pages.filter((one) => !open.includes(one))) {
      const answer = await page.request.get(path, { maxRedirects: 0 })
      const where = `${path} for ${role}`
      if (role === 'nobody' && !path.includes('made-up')) {
        expect(answer.status(), where).toBe(307)
        expect(answer.headers().location, where).toBe('/sign-in')
      } else if (role === 'nobody') expect([307, 404], where).toContain(answer.status())
      else if (path.startsWith('/admin') && role !== 'admin') expect(answer.status(), where).toBe(404)
      else if (editorsOnly.includes(path) && ['contributor', 'writer'].includes(role))
        expect(answer.status(), where).toBe(404)
      else if (path.includes('made-up')) expect(answer.status(), where).toBe(404)
      else expect([200, 307], where).toContain(answer.status())
    }
    for (const path of open.slice(1)) expect((await page.request.get(path)).status()).toBe(404)
  })

type Entry = { exportedName?: string; filename?: string; workers: Record<string, unknown> }

/** Every server action of the build: its id, name, and a page that it can be sent to. */
function actions() {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  return Object.entries(manifest.node as Record<string, Entry>).map(([id, { exportedName, filename, workers }]) => ({
    id,
    name: exportedName ?? '',
    file: filename ?? '',
    path: `/${(Object.keys(workers)[0] ?? '')
      .replace(/^app\/\(newsroom\)\//, '')
      .replace(/\/page$/, '')
      .replace(/\[[^\]]+\]/g, 'made-up')}`,
  }))
}

/** Sends an action what its form would, with an empty form. */
async function send(page: Page, { id, path }: { id: string; path: string }, origin: string): Promise<APIResponse> {
  return page.request.post(path, {
    headers: { 'next-action': id, origin, accept: 'text/x-component' },
    multipart: { '1_id': 'made-up', '0': '[null,"$K1"]' },
    maxRedirects: 0,
  })
}

/** Actions for who is not in yet, and those that let go. */
const openActions = ['signInAction', 'welcomeAction', 'setPasswordAction', 'signOutAction', 'endSessionHereAction']

test('every server action sends away who is not signed in, or does and finds nothing', async ({ page, server }) => {
  const all = actions()
  expect(all.map((action) => action.name)).toEqual(
    expect.arrayContaining([...openActions, 'inviteAction', 'setAccessAction']),
  )
  for (const action of all.filter((one) => !openActions.includes(one.name))) {
    const answer = await send(page, action, server.baseUrl)
    const told = answer.headers()['x-action-redirect'] ?? (await answer.text())
    // The edit screen stays where it is, with what is typed in it, and asks for the password there; what it looks up by
    // itself finds nothing.
    const refused = /^\/sign-in|\{"ok":false,"signedOut":true,|^1:(\[\]|null|E\{"digest":"\d+"\})$/m
    expect(told, `${action.name} in ${action.file}`).toMatch(refused)
  }
})

for (const role of ['contributor', 'writer', 'editor'] as const)
  test(`every action of the admin area is not there for a ${role}`, async ({ page, server, addPerson, enter }) => {
    await enter(page, await addPerson({ role }))
    expect((await page.request.get('/api/audit')).status()).toBe(404)
    // What its screens ask the library is everybody's.
    const all = actions().filter(({ path, file }) => path.startsWith('/admin') && file.includes('/admin/'))
    const own = all.filter((action) => !openActions.includes(action.name))
    expect(own.length).toBeGreaterThan(10)
    for (const action of own) {
      // An action runs on whatever page it is sent to, also on one that answers 404.
      const answer = await send(page, action, server.baseUrl)
      const text = await answer.text()
      expect(text, `${action.name} for ${role}`).toContain('"reason":"not-found"')
      expect(text, action.name).not.toContain('"ok":true')
    }
  })

test('every route handler refuses who is not signed in, and the table here names them all', async ({
  request,
  server,
}) => {
  const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .sort()
  const expected: Record<string, [path: string, status: number]> = {
    '[...rest]/route.ts': ['/api/made-up', 404],
    'audit/route.ts': ['/api/audit', 401],
    'auth/[...nextauth]/route.ts': ['/api/auth/session', 200],
    'media/[id]/[file]/route.ts': ['/api/media/made-up/thumb-320', 401],
    // It is sent to, by who has a link.
    'preview/route.ts': ['/api/preview', 405],
    'pulse/route.ts': ['/api/pulse', 401],
    // Readers send to it, who have no account.
    'reports/route.ts': ['/api/reports', 405],
    // It is sent to, and says below to whom not.
    'stories/[id]/word/route.ts': ['/api/stories/made-up/word', 405],
  }
  expect(routes).toEqual(Object.keys(expected).sort())
  for (const [path, status] of Object.values(expected)) expect((await request.get(path)).status(), path).toBe(status)
  expect(await (await request.get('/api/auth/session')).text()).toBe('null')
  expect((await request.post('/api/auth/callback/credentials', { form: admin })).status()).toBe(403)
  const answer = { token: 'x'.repeat(43), kind: 'approval', name: 'Nobody' }
  const sent = { headers: { origin: server.baseUrl }, form: answer }
  expect((await request.post('/api/preview', sent)).status()).toBe(404)
  expect((await request.post('/api/preview', { form: answer })).status()).toBe(403)
  const file = { headers: { origin: server.baseUrl }, data: Buffer.from('PK') }
  expect((await request.post('/api/stories/made-up/word', file)).status()).toBe(401)
})

const screens = [
  '/account',
  '/desk/breaking',
  '/admin/audit',
  '/admin/audit?who=nobody&kind=settings&from=2026-01-01',
  '/admin/audit?q=nothing-of-that-name',
  '/admin/people',
  '/admin/people?id=new',
  '/admin/people?view=disabled&q=nobody',
  '/admin/sections',
  '/admin/sections?id=new',
  '/admin/look',
  '/admin/settings',
  '/admin/nowhere',
]

for (const [look, use] of Object.entries({
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
} as const))
  test.describe(look, () => {
    test.use(use)

    test(`no screen has a finding of axe, nor is wider than its window (${look})`, async ({
      page,
      addPerson,
      enter,
    }) => {
      test.slow()
      const person = await addPerson({ role: 'writer' })
      const check = async (path: string) => {
        await page.goto(path)
        expect(await axeFindings(page, path)).toEqual([])
        expect(await overflow(page), path).toBeLessThanOrEqual(0)
      }
      await check('/sign-in')
      await enter(page, admin)
      for (const path of screens) await check(path)
      await page.goto(`/admin/people?q=${encodeURIComponent(person.email)}`)
      const panel = await page.getByRole('link', { name: person.name }).getAttribute('href')
      await check(panel ?? '')
    })
  })
