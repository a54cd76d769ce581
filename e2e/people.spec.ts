import type { Page } from '@playwright/test'

import { pressKey } from './support/desk'
import { startServer } from './support/server'
import { admin, expect, test } from './support/test'

const second = 'dry gates hold too'

/** The row of a person, opened. */
async function open(page: Page, name: string) {
  await page.goto('/admin/people')
  await page.getByRole('row').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
}

test('an admin invites an editor, who sets a password by the link and signs in', async ({
  page,
  browser,
  enter,
  signIn,
}) => {
  await enter(page, admin)
  await page.goto('/admin/people')
  await pressKey(page, 'n')
  const form = page.getByRole('form', { name: 'Invite a person' })
  await form.getByLabel('Name').fill('Ines Amsari')
  await form.getByLabel('E-mail').fill('ines.amsari@paper.example')
  await form.getByLabel('Editor').check()
  await form.getByLabel('All sections').check()
  await form.getByRole('button', { name: 'Make an invitation' }).click()
  const link = await form.getByLabel('One-time link').inputValue()
  await expect(page.getByRole('row', { name: /Ines Amsari.*Invited/ })).toBeVisible()
  await page.reload()
  expect(await page.content()).not.toContain(link.slice(-43))

  const ines = await (await browser.newContext()).newPage()
  await ines.goto(link)
  await expect(ines.getByRole('heading', { level: 1 })).toHaveText('Welcome, Ines Amsari')
  await ines.getByLabel('New password').fill('ines.amsari')
  await ines.getByRole('button', { name: 'Set password' }).click()
  await expect(ines.getByText('Too close to the name or address.')).toBeVisible()
  await expect(ines.getByLabel('New password')).toBeFocused()
  await ines.getByLabel('New password').fill(second)
  await ines.getByRole('button', { name: 'Set password' }).click()
  await expect(ines.getByRole('status')).toContainText('Your password is set')
  await signIn(ines, { email: 'ines.amsari@paper.example', password: second, name: '' })
  await ines.goto('/account')
  await expect(ines.getByText('Editor, all sections')).toBeVisible()
  expect((await ines.goto(link))?.status()).toBe(404)
})

test('the next click of a disabled person is refused, and so is signing in', async ({
  page,
  browser,
  addPerson,
  enter,
}) => {
  const tom = await addPerson({ role: 'editor' })
  const toms = await (await browser.newContext()).newPage()
  await enter(toms, tom)
  await toms.goto('/account')
  await enter(page, admin)
  await open(page, tom.name)
  await page.getByRole('button', { name: `Disable ${tom.name}…` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Disable ${tom.name}` })
    .click()
  await expect(page.getByRole('row', { name: new RegExp(`${tom.name}.*Disabled`) })).toBeVisible()
  await toms.getByRole('link', { name: 'My desk' }).first().click()
  await toms.waitForURL('**/sign-in')
  await toms.getByLabel('E-mail').fill(tom.email)
  await toms.getByLabel('Password').fill(tom.password)
  await toms.getByRole('button', { name: 'Sign in' }).click()
  await expect(toms.getByText('do not go together')).toBeVisible()
})

test('a demoted person’s role holds from the next click', async ({ page, browser, addPerson, enter, signIn }) => {
  const ada = await addPerson({ role: 'admin' })
  const adas = await (await browser.newContext()).newPage()
  await enter(adas, ada)
  expect((await adas.goto('/admin/settings'))?.status()).toBe(200)
  await signIn(page, admin)
  await open(page, ada.name)
  await page.getByRole('radio', { name: /^Writer/ }).check()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText('It holds from their next click.')).toBeVisible()
  expect((await adas.goto('/admin/settings'))?.status()).toBe(404)
})

test('the last admin can be neither disabled nor demoted', async ({ page, enter }) => {
  await enter(page, admin)
  await open(page, admin.name)
  await page.getByRole('button', { name: `Disable ${admin.name}…` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Disable ${admin.name}` })
    .click()
  await expect(page.getByRole('dialog').getByText('This is the last admin')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: /^Editor/ }).check()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByRole('form', { name: 'Role and sections' }).getByText('This is the last admin')).toBeVisible()
  await page.goto('/admin/people')
  await expect(page.getByRole('row', { name: new RegExp(`${admin.name}.*Admin`) })).toBeVisible()
})

test('after ten wrong passwords the right one is refused too, with the minutes to wait', async ({
  page,
  addPerson,
}) => {
  const { email, password } = await addPerson({ role: 'writer' })
  await page.goto('/sign-in')
  const send = async (given: string) => {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(given)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await answered
  }
  for (let count = 0; count < 10; count += 1) await send('not this one')
  await expect(page.getByText('do not go together')).toBeVisible()
  await send(password)
  await expect(page.getByText(/Too many tries\. Try again in 1[45] minutes\./)).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
})

test('signing in and out works without JavaScript, and what was typed as the address stays', async ({
  browser,
  addPerson,
  server,
}) => {
  const { email, password } = await addPerson({ role: 'writer' })
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl })).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not go together')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/desk')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.waitForURL('**/sign-in')
  await page.goto('/account')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

test('a reset link ends every session, lets in with the new password, and works once', async ({
  page,
  browser,
  addPerson,
  enter,
  signIn,
}) => {
  const tom = await addPerson({ role: 'writer' })
  const toms = await (await browser.newContext()).newPage()
  await enter(toms, tom)
  await enter(page, admin)
  await open(page, tom.name)
  await page.getByRole('button', { name: 'Make a reset link' }).click()
  const link = await page.getByLabel('One-time link').inputValue()
  const reset = await (await browser.newContext()).newPage()
  const answer = await reset.goto(link)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(reset.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(reset.locator('meta[name="referrer"]')).toHaveAttribute('content', 'same-origin')
  await reset.getByLabel('New password').fill(second)
  await reset.getByRole('button', { name: 'Set password' }).click()
  await reset.waitForURL('**/sign-in?ready')
  await toms.goto('/account')
  expect(new URL(toms.url()).pathname).toBe('/sign-in')
  await signIn(toms, { ...tom, password: second })
  expect((await reset.goto(link))?.status()).toBe(404)
})

test('one ends one’s other session, and a changed password ends them all but this', async ({
  page,
  browser,
  addPerson,
  signIn,
}) => {
  const tom = await addPerson({ role: 'writer' })
  const there = await (await browser.newContext({ userAgent: 'Gecko Firefox/142.0 (Windows NT 10.0)' })).newPage()
  await signIn(there, tom)
  await signIn(page, tom)
  await page.goto('/account')
  await page.getByRole('button', { name: /^End session of Firefox on Windows/ }).click()
  await expect(page.getByText('Firefox on Windows')).toHaveCount(0)
  await there.goto('/account')
  expect(new URL(there.url()).pathname).toBe('/sign-in')

  await signIn(there, tom)
  await page.getByLabel('Present password').fill('not this one')
  await page.getByLabel('New password').fill(second)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await expect(page.getByLabel('Present password')).toBeFocused()
  await expect(page.getByLabel('New password')).toHaveValue(second)
  await page.getByLabel('Present password').fill(tom.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await expect(page.getByLabel('New password')).toHaveValue('')
  await there.goto('/account')
  expect(new URL(there.url()).pathname).toBe('/sign-in')
})

test('what was typed stays when a field is refused, and that field has the focus', async ({ page, enter }) => {
  await enter(page, admin)
  await page.goto('/admin/people?id=new')
  await page.getByLabel('Name').fill('Gethin Wray')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Contributor').check()
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('Somebody has this address already.')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByLabel('Name')).toHaveValue('Gethin Wray')
  await expect(page.getByLabel('Contributor')).toBeChecked()
})

test('the welcome link sets up the first admin once; then it is a 404', async ({ page }) => {
  const server = await startServer()
  try {
    const link = /at (http\S+\/welcome\/\S+)/.exec(server.logs())?.[1] ?? ''
    expect((await page.goto(`${server.baseUrl}/welcome`))?.status()).toBe(404)
    expect((await page.goto(`${server.baseUrl}/welcome/guess`))?.status()).toBe(404)
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada Rhys')
    await page.getByLabel('E-mail').fill('ada@paper.example')
    await page.getByLabel('New password').fill(second)
    await page.getByRole('button', { name: 'Set up the newsroom' }).click()
    await page.waitForURL('**/sign-in?ready')
    expect((await page.goto(link))?.status()).toBe(404)
    await page.goto(`${server.baseUrl}/sign-in`)
    await page.getByLabel('E-mail').fill('ada@paper.example')
    await page.getByLabel('Password').fill(second)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/desk')
    expect((await page.goto(`${server.baseUrl}/admin/people`))?.status()).toBe(200)
    expect(
      server
        .logs()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .join(),
    ).not.toContain(link.split('/').at(-1))
    const before = server.logs().length
    await server.restart()
    expect(server.logs().slice(before)).not.toContain('/welcome')
  } finally {
    await server.stop()
  }
})
