import { expect } from './support/test'
import { test } from './support/two'

test('an input method composes in peace: colleagues’ words wait for it, and nothing is lost or doubled', async ({
  twoInOneStory,
}) => {
  const { people } = await twoInOneStory()
  const [{ screen: adas }, { screen: bens }] = people
  const ime = await adas.page.context().newCDPSession(adas.page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string) => ime.send('Input.insertText', { text })
  const ended = await adas.page.evaluateHandle(() => {
    const count = { ends: 0 }
    document.addEventListener('compositionend', () => (count.ends += 1))
    return count
  })
  const ends = () => ended.evaluate(({ ends }) => ends)

  await adas.type(adas.body, 'The gate ')
  await expect(bens.body).toHaveText('The gate ')
  await compose('す')
  await compose('すい')
  await bens.body.click()
  await bens.keys('Control+Home', '"So" -- ')
  await bens.type(bens.headline, 'Gates')
  await bens.saved()
  await compose('すいも')
  await compose('すいもん')
  await expect(adas.body).toHaveText('The gate すいもん')
  expect(await ends()).toBe(0)
  await commit('水門')
  for (const { body, headline } of [adas, bens]) {
    await expect(body).toHaveText('“So” – The gate 水門')
    await expect(headline).toHaveText('Gates')
  }
  expect(await ends()).toBe(1)

  // Signs of a composition are its own; those that are typed after it are not.
  await compose('"ひ')
  await commit('"ひ"')
  await adas.page.keyboard.type(' "so')
  await expect(adas.body).toHaveText('“So” – The gate 水門"ひ" “so')
  await adas.type(adas.headline, ' of:')
  await expect(bens.headline).toHaveText('Gates of:')
  await compose('みず')
  await bens.type(bens.headline, '!')
  await bens.saved()
  await commit('水')
  for (const { headline } of [adas, bens]) await expect(headline).toHaveText(/^Gates of:(水!|!水)$/)
  await adas.type(adas.body, '')
  await adas.keys('Enter', '/qu')
  await compose('o')
  await commit('o')
  await adas.keys('Enter', 'Held')
  await expect(adas.body.locator('blockquote p')).toHaveText('Held')
  // The two at once, each at an end of their own of the same paragraph.
  const [first, firstOfBens] = [adas, bens].map(({ body }) => body.locator('p').first())
  await first!.click()
  await adas.page.keyboard.press('End')
  await firstOfBens!.click()
  await bens.page.keyboard.press('Home')
  await Promise.all([adas.keys(' -- "he said"'), bens.keys('"Oh" -- ')])
  for (const { body } of [adas, bens])
    await expect(body.locator('p').first()).toHaveText(/^“Oh” – .*水門.* – .he said.$/)
})
