import type { Page } from '@playwright/test'

import { editScreen } from './support/desk'
import { expect } from './support/test'
import { test } from './support/two'

/** Selects a word of the text. */
async function select(page: Page, words: string) {
  await page.locator('#sheet article').getByText(words).first().click()
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#sheet article')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
  }, words)
}
const tab = (page: Page) => page.getByRole('tabpanel', { name: /^Comments/ })
const bell = (page: Page) => page.getByRole('link', { name: /^Notifications/ })

test('a comment with a mention reaches a colleague at the desk, is answered and resolved, and readers see no trace', async ({
  request,
  browserOf,
  twoInOneStory,
}) => {
  test.slow()
  const { people, address, path } = await twoInOneStory({ fit: true })
  const [{ screen, name: ada }, { screen: bens, ...ben }] = people
  const { page } = screen

  // Ben is elsewhere at the desk; there he sees who is in the story, and what he is told, without loading anything.
  const watched = await browserOf(ben)
  await watched.clock.install()
  await watched.goto('/desk/stories')
  const row = watched.getByRole('row').filter({ has: watched.locator(`a[href="${address}"]`) })
  const inIt = row.getByRole('list', { name: 'In it now' })
  await expect(inIt).toContainText(ada)
  await expect(inIt).toContainText(ben.name)
  await expect(bell(watched)).toHaveAccessibleName('Notifications')

  await select(page, 'Friday')
  await page.keyboard.press('Control+Alt+m')
  const box = tab(page).getByRole('textbox', { name: 'New comment' })
  await expect(box).toBeFocused()
  await page.keyboard.type(`Which one? @${ben.name.slice(0, 6)}`)
  await tab(page).getByRole('option', { name: ben.name }).click()
  await page.keyboard.press('Control+Enter')
  await expect(screen.body.locator('.commented')).toHaveText('Friday')
  await expect(tab(page).getByRole('article')).toBeFocused()
  await expect(bens.body.locator('.commented')).toHaveText('Friday')
  expect(await bens.body.innerHTML()).toContain('commented')

  await bens.page.close()
  // His page asks anew at each 20 seconds; that he has left takes the server some of its own.
  await expect(async () => {
    await watched.clock.runFor(21_000)
    await expect(inIt).not.toContainText(ben.name, { timeout: 1000 })
  }).toPass()
  await expect(bell(watched)).toHaveAccessibleName('Notifications, 1 unread')

  // React does not draw by a clock that is moved by hand: from here on a page of the same browser that has none.
  const desk = await watched.context().newPage()
  await desk.goto(address.replace(/stories.*$/, 'stories'))
  await bell(desk).click()
  const told = desk.getByRole('list', { name: 'Notifications' })
  await expect(told).toContainText('Which one?')
  await told.getByRole('link', { name: `Unread: ${ada} mentioned you` }).click()
  const thread = tab(desk).getByRole('article', { name: `${ada} on “Friday”` })
  await expect(thread).toBeFocused()
  await thread.getByRole('button', { name: 'Reply' }).click()
  await desk.keyboard.type('The 15th.')
  await desk.keyboard.press('Control+Enter')
  await expect(thread).toBeFocused()
  await expect(bell(desk)).toHaveAccessibleName('Notifications')

  // At Ada's screen the answer is there by itself, and her bell says so.
  const hers = tab(page).getByRole('article')
  await expect(hers).toContainText('The 15th.')
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread')
  await screen.body.click({ position: { x: 4, y: 4 } })
  await screen.body.locator('.commented').click()
  await expect(hers).toBeFocused()
  await expect(bell(page)).toHaveAccessibleName('Notifications')
  await hers.getByRole('button', { name: 'Go to the words “Friday”' }).click()
  await expect(screen.body).toBeFocused()
  await hers.getByRole('button', { name: 'Resolve' }).click()
  await expect(screen.body.locator('.commented')).toHaveCount(0)
  await expect(tab(desk)).toContainText('1 resolved')
  await expect(tab(page).locator(':focus')).toHaveCount(1)

  await screen.publish()
  const read = await (await request.get(path)).text()
  expect(read).toContain('Friday')
  for (const trace of ['Which one', 'The 15th', 'commented']) expect(read).not.toContain(trace)
})

test('who takes a story over writes alone; a colleague’s unsent words are kept and go up when it is handed back', async ({
  page,
  twoInOneStory,
}) => {
  test.slow()
  // Once a socket is mute, nothing that Ada's page sends by it reaches the server.
  const sockets: { mute: boolean }[] = []
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer()
    const own = { mute: false }
    sockets.push(own)
    socket.onMessage((message) => {
      if (!own.mute) server.send(message)
    })
  })
  const { people } = await twoInOneStory({ fit: true, first: 'writer' })
  const [{ screen, name: ada }, { screen: bens, name: ben }] = people
  await screen.type(screen.body, ' In the hall.')
  await screen.saved()
  await expect(bens.body).toContainText('In the hall.')
  for (const socket of sockets) socket.mute = true
  await screen.type(screen.body, ' At nine, unsent.')

  // Where Ada is, and the way there.
  const here = bens.bar.getByRole('button', { name: new RegExp(`^${ada}, (at|in)`) })
  await here.click()
  await expect(
    bens.page.getByRole('list', { name: 'Where colleagues are' }).getByRole('button', { name: ada }),
  ).toBeVisible()
  await bens.bar.getByRole('button', { name: 'Take over…' }).click()
  await bens.dialog.getByLabel('Why, for the others').fill('checking the last lines')
  await bens.dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(bens.page.getByText('You have taken over this story')).toBeVisible()

  await expect(page.getByText(`${ben} has taken over: checking the last lines`)).toBeVisible()
  await expect(page.getByText('What you typed last has not reached the server')).toBeVisible()
  await expect(screen.body).toHaveAttribute('contenteditable', 'false')
  await expect(screen.body).toContainText('At nine, unsent.')
  await expect(bens.body).not.toContainText('unsent')
  await bens.type(bens.headline, ' again')
  await expect(screen.headline).toContainText('again')

  await bens.page.getByRole('button', { name: 'Hand back' }).click()
  await expect(bens.body).toContainText('At nine, unsent.')
  await screen.saved()
  await expect(screen.body).toHaveAttribute('contenteditable', 'true')
  await expect(page.getByText('has taken over')).toHaveCount(0)
})

test('words of the headline are commented on too, and by who may only read', async ({ twoInOneStory }) => {
  const { people } = await twoInOneStory({ fit: true, first: 'editor' })
  const [{ screen }, { screen: bens }] = people
  await bens.bar.getByRole('button', { name: 'Take over…' }).click()
  await bens.dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(screen.headline).toHaveAttribute('contenteditable', 'false')
  await select(screen.page, 'Ferry')
  await screen.page.getByRole('button', { name: 'Comment', exact: true }).first().click()
  await screen.page.keyboard.type('Shorter?')
  await screen.page.keyboard.press('Control+Enter')
  await expect(bens.headline.locator('.commented')).toHaveText('Ferry')
  await expect(tab(screen.page)).toContainText('Shorter?')
  await editScreen(bens.page)
    .bar.getByRole('link', { name: /^Notifications/ })
    .click()
  await expect(bens.page.getByText('Nobody has told you anything yet.')).toBeVisible()
})
