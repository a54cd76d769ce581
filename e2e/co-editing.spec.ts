import type { Page, Request } from '@playwright/test'

import { editScreen } from './support/desk'
import { expect, stet } from './support/test'
import { test } from './support/two'

test('two browsers in one story see each other’s text, and each other @postgres', async ({ page, twoInOneStory }) => {
  const { people } = await twoInOneStory()
  const [{ screen: adas }, { screen: bens, name: ben }] = people

  await adas.type(adas.headline, 'Crews vote')
  await expect(bens.headline).toHaveText('Crews vote')
  await bens.type(bens.body, 'On Friday, in the chandlery.')
  await expect(adas.body).toContainText('On Friday, in the chandlery.')
  await Promise.all([adas.type(adas.headline, ' on pay'), bens.type(bens.body, ' At nine.')])
  for (const { headline, body } of [adas, bens]) {
    await expect(headline).toHaveText('Crews vote on pay')
    await expect(body).toContainText('On Friday, in the chandlery. At nine.')
  }
  for (const screen of [adas, bens])
    for (const { name } of people)
      await expect(screen.bar.getByRole('list', { name: 'In this story now' }).getByText(name)).toBeVisible()
  await bens.page.close()
  await expect(adas.bar.getByText(ben)).toHaveCount(0)
  await page.reload()
  await expect(adas.body).toContainText('At nine.')
})

test('a headline typed offline is there when the story is opened again online @postgres', async ({
  page,
  context,
  addPerson,
  enter,
  browserOf,
}) => {
  const ada = await addPerson({ role: 'editor' })
  await enter(page, ada)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.headline, 'Crews')
  await screen.saved()
  await context.setOffline(true)
  await screen.type(screen.headline, ' vote offline')
  await expect(screen.bar).toContainText('On this device only')
  await screen.type(screen.headline, ' to the last letter')
  await page.close()
  await context.setOffline(false)

  const others = editScreen(await browserOf(ada))
  await others.open(address)
  await expect(others.headline).toHaveText('Crews')
  const again = editScreen(await context.newPage())
  await again.open(address)
  await expect(again.headline).toHaveText('Crews vote offline to the last letter')
  await expect(others.headline).toHaveText('Crews vote offline to the last letter')
})

test('a sentence that an editor has not seen is not published before it is shown @postgres', async ({
  page,
  request,
  twoInOneStory,
}) => {
  // From the moment that it is held, nothing of the server reaches Ada's screen over the socket.
  let held = false
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (!held) socket.send(message)
    })
  })
  const { people, path } = await twoInOneStory({ fit: true })
  const [{ screen }, { screen: bens, name: ben }] = people
  held = true
  await bens.type(bens.body, ' Nobody knows who counts.')
  await bens.saved()

  await screen.bar.getByRole('button', { name: /^Publish…/ }).click()
  await screen.dialog.getByRole('button', { name: /^Publish now/ }).click()
  await expect(screen.dialog.getByRole('alert')).toContainText('Not published.')
  await expect(screen.dialog).toContainText(`${ben} changed this: The crews vote on Friday. Nobody knows who counts.`)
  expect((await request.get(path)).status()).toBe(404)
  await screen.dialog.getByRole('button', { name: 'Publish as it is now' }).click()
  await expect(screen.dialog).toContainText('Live at')
  expect(await (await request.get(path)).text()).toContain('Nobody knows who counts.')
})

test('of a field that two people write both values are shown, and nothing is published until one is chosen', async ({
  request,
  twoInOneStory,
}) => {
  test.slow()
  const { people, path } = await twoInOneStory({ fit: true })
  const [{ screen }, { screen: bens }] = people

  const dateline = screen.panel.getByLabel('Dateline')
  await dateline.fill('Harl')
  const written = bens.page.waitForResponse((answer) => answer.request().postData()?.includes('Skell') ?? false)
  await bens.panel.getByLabel('Dateline').fill('Skell')
  await bens.panel.getByLabel('Dateline').press('Enter')
  await written
  await bens.panel.getByLabel('Search title').fill('Ferries')
  await bens.panel.getByLabel('Search title').press('Enter')
  await expect(bens.panel.getByLabel('Search title')).toHaveAccessibleDescription(/^The headline where empty/)
  // Who comes back to the window is told of what colleagues wrote: of this field, too, while it is being typed in.
  await screen.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(screen.panel.getByLabel('Search title')).toHaveValue('Ferries')
  await expect(dateline).toHaveValue('Harl')
  // Enter writes the field, and leaving it would write it again.
  await dateline.press('Enter')
  await dateline.press('Tab')
  const both = screen.panel.getByText('A colleague wrote “Skell” here meanwhile. You have “Harl”.')
  await expect(both).toBeVisible()

  await screen.bar.getByRole('button', { name: /^Publish…/ }).click()
  await screen.dialog.getByRole('button', { name: /^Publish now/ }).click()
  await expect(screen.dialog).toContainText('Not published. A field is not saved.')
  await screen.dialog.getByRole('button', { name: 'Cancel' }).click()
  expect((await request.get(path)).status()).toBe(404)

  await dateline.focus()
  await screen.panel.getByRole('button', { name: 'Take theirs' }).click()
  await expect(both).toHaveCount(0)
  await expect(dateline).toHaveValue('Skell')
  await screen.publish()
  expect(await (await request.get(path)).text()).toContain('Skell')
})

test('a writer cannot publish: not by a button, an action or an address @postgres', async ({ page, twoInOneStory }) => {
  const { people, address, path } = await twoInOneStory({ fit: true, first: 'writer' })
  const [{ screen }, { screen: editors }] = people
  await expect(screen.bar.getByRole('button', { name: /Send to review/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Publish|Update|Withdraw)\b.*…/ })).toHaveCount(0)

  // What an editor's browser would send is kept from the server, and sent by the writer's.
  const sent = new Promise<Request>((resolve) =>
    editors.page.route(address, (route, request) => {
      if (!request.postData()?.includes('snapshot')) return route.continue()
      resolve(request)
      return route.abort()
    }),
  )
  await editors.bar.getByRole('button', { name: /^Publish…/ }).click()
  await editors.dialog.getByRole('button', { name: /^Publish now/ }).click()
  const { 'next-action': action = '', 'content-type': type = '' } = await (await sent).allHeaders()
  const headers = { 'next-action': action, 'content-type': type, origin: new URL(page.url()).origin }
  const send = (from: Page) =>
    sent.then((request) => from.request.post(address, { headers, data: request.postData()! }))
  const refused = await send(page)
  expect(await refused.text()).toContain('Only editors publish.')
  for (const method of ['POST', 'PUT', 'PATCH']) {
    for (const at of [path, `${address}/publish`, `/api/stories${address.slice(13)}/publish`]) {
      const answer = await page.request.fetch(at, { method, headers: { origin: headers.origin }, data: {} })
      expect(answer.status(), `${method} ${at}`).toBeGreaterThanOrEqual(400)
    }
  }
  expect((await page.request.get(path)).status()).toBe(404)
  // The same request does publish when an editor sends it, so what was refused was the writer.
  expect(await (await send(editors.page)).text()).toContain('"ok":true')
  expect((await page.request.get(path)).status()).toBe(200)
})

test('a disabled person’s socket is closed, and the next click is refused @postgres', async ({
  page,
  server,
  twoInOneStory,
}) => {
  const socket = page.waitForEvent('websocket')
  const { people } = await twoInOneStory()
  const [{ screen, ...ben }, { screen: adas }] = people
  const closed = (await socket).waitForEvent('close')
  await screen.type(screen.headline, 'Before')
  await expect(adas.headline).toHaveText('Before')

  await stet(server, ['user', 'disable', ben.email])
  await closed
  await expect(screen.dialog).toContainText('Your session has ended. Your text is safe on this device.')
  await expect(screen.bar).toContainText('Not saved: sign in again')
  // Back at the window, one is still at one's text.
  const asked = page.waitForRequest((request) => request.url().includes('_rsc='), { timeout: 2000 }).catch(() => null)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await asked).toBeNull()
  await expect(screen.headline).toHaveText('Before')
  await page.evaluate(() => document.querySelector('dialog')?.close())
  await expect(adas.bar.getByText(ben.name)).toHaveCount(0)
  await page.goto('/desk/stories')
  await page.waitForURL('**/sign-in')
  await expect(adas.headline).toHaveText('Before')
})
