import { expect, type Locator, type Page } from '@playwright/test'

/** Adds a section to the paper, as an admin. */
export async function addSection(page: Page, name: string, slug = '') {
  await page.goto('/admin/sections?id=new')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Address').fill(slug)
  await page.getByLabel('Plum').check()
  await page.getByRole('button', { name: 'Add section' }).click()
  await expect(page.getByText(`${name} stands at the end of the paper.`)).toBeVisible()
}

/** Presses a key of the screen's own until the screen takes it: on a page just opened its scripts may be yet to run. */
export async function pressKey(page: Page, key: string) {
  await expect(async () => {
    const taken = await page.evaluateHandle(() => {
      const seen = { taken: false }
      window.addEventListener('keydown', (event) => (seen.taken = event.defaultPrevented), { once: true })
      return seen
    })
    await page.keyboard.press(key)
    expect(await taken.evaluate(({ taken }) => taken)).toBe(true)
  }).toPass()
}

const aKey = /^(Enter|Escape|Backspace|Home|End|Tab|F\d|Arrow\w+|(Alt|Control|Shift)\+\S+)$/

export type EditScreen = ReturnType<typeof editScreen>

/** The edit screen by what a person does there. */
export function editScreen(page: Page) {
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const dialog = page.getByRole('dialog')
  const panel = page.getByRole('complementary', { name: 'About this story' })
  return {
    page,
    dialog,
    panel,
    headline: box('Headline'),
    standfirst: box('Standfirst'),
    body: box('Text'),
    /** Tells of a text that this device alone has. */
    recovered: page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Read it…' }) }),
    /** What the bar says of the step, and of what readers see. */
    bar: page.getByRole('banner'),
    /** Makes a draft. @returns its address */
    async begin() {
      await page.goto('/desk/stories')
      await page.getByRole('button', { name: 'New story' }).click()
      await page.waitForURL(/\/desk\/stories\/[0-9a-z]{12}$/)
      await this.saved()
      return new URL(page.url()).pathname
    },
    async open(address: string) {
      await page.goto(address)
      await this.saved()
    },
    /** Waits until the server has all of it. */
    saved: () => expect(page.locator('[data-save=saved]')).toBeVisible(),
    /** Types at the end of a part of the story. */
    async type(where: Locator, text: string) {
      await where.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(text)
    },
    /** One after another: what names a key is pressed, words are typed. */
    async keys(...all: string[]) {
      for (const one of all) await (aKey.test(one) ? page.keyboard.press(one) : page.keyboard.type(one))
    },
    /** Pastes plain text where the caret is. */
    async paste(text: string) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate((words) => navigator.clipboard.writeText(words), text)
      await page.keyboard.press('Control+v')
    },
    /** Fills in what a story needs besides its text. */
    async fit(headline: string, section: string, byline: string) {
      await this.type(this.headline, headline)
      await this.chooseSection(section)
      await this.addByline(byline)
    },
    async chooseSection(name: string) {
      await panel.getByLabel('Section', { exact: true }).selectOption(name)
      await expect(panel.getByLabel('Section', { exact: true })).toHaveAccessibleDescription('')
    },
    /** A writer's story has its writer's name from the start. */
    async addByline(name: string) {
      if ((await page.getByRole('list', { name: 'Byline' }).innerText()).includes(name)) return
      await page.getByRole('button', { name: 'Byline', exact: true }).click()
      const box = page.getByRole('combobox', { name: 'Add to the byline' })
      await box.fill(name)
      await box.press('Enter')
      await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
    },
    /** Adds a topic by its name; one that is not known yet is made. */
    async addTopic(name: string) {
      await page.getByRole('combobox', { name: 'Add a topic' }).fill(name)
      await page.getByRole('listbox').getByRole('option', { name }).click()
      await expect(panel.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
    },
    /** Presses the act of the bar and agrees to it; what changes is an update. */
    async publish() {
      await this.bar.getByRole('button', { name: /^(Publish|Update)…/ }).click()
      await expect(dialog).toBeVisible()
      const update = dialog.getByRole('group', { name: 'What kind of change?' }).getByRole('radio', { name: /^Update/ })
      if (await update.isVisible()) await update.check()
      await dialog.getByRole('button', { name: /^(Publish|Update) now/ }).click()
      await expect(dialog).toContainText('Live at')
      await dialog.getByRole('button', { name: 'Close' }).click()
    },
  }
}
