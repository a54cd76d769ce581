import { randomBytes } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

import { addSection } from './desk'
import type { Press } from './press'

export type FrontScreen = ReturnType<typeof frontScreen>

/** The screen of a front by what a person does there. */
export function frontScreen(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    page,
    dialog,
    bar: page.getByRole('banner'),
    stories: page.getByRole('complementary', { name: 'Stories' }),
    /** A place of the first container, from 1. */
    place: (number: number) =>
      page.getByRole('button', { name: new RegExp(`^(Place|Put it in place) ${number}, `) }).first(),
    /** A story in the list beside the front: other tests may have stories of the same name in their sections. */
    story(headline: string, section: string) {
      return this.stories
        .getByRole('listitem')
        .filter({ hasText: headline })
        .filter({ hasText: `${section}, ` })
    },
    find: page.getByLabel('Find a story'),
    async open(address: string) {
      await page.goto(address)
      await this.saved()
      await expect(this.stories.getByRole('listitem').first()).toBeVisible()
    },
    /** Waits until the server has all of it. */
    saved: () => expect(page.locator('[data-save=saved]')).toBeVisible(),
    async menu(item: string) {
      await page.getByRole('button', { name: 'More acts' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    /** The stories are those that have the words; other tests may have some of the same. */
    async found(words: string) {
      const rows = this.stories.getByRole('listitem')
      await expect(rows.first()).toContainText(new RegExp(words, 'i'))
      await expect(rows.filter({ hasNotText: new RegExp(words, 'i') })).toHaveCount(0)
    },
    async publish() {
      await this.saved()
      await page.getByRole('button', { name: /^Publish…/ }).click()
      await dialog.getByRole('button', { name: /^Publish now/ }).click()
      await expect(dialog).toHaveCount(0)
    },
  }
}

/** A section that no other test knows, with live stories of these headlines, the last one the newest. */
export async function sectionWith(press: Press, admin: Page, headlines: string[]) {
  const name = `Front ${randomBytes(3).toString('hex')}`
  const slug = name.toLowerCase().replace(' ', '-')
  await addSection(admin, name)
  // Somebody must have written them.
  await press.hire({
    email: `${slug}@paper.example`,
    name: 'Kit Orrell',
    password: slug,
    role: 'editor',
    sections: slug,
  })
  const ids: string[] = []
  for (const headline of headlines) {
    const id = await writeIn(press, slug, headline)
    await press.publish(id)
    ids.push(id)
  }
  await admin.goto('/desk/fronts')
  const address = (await admin.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
  return { name, slug, path: `/${slug}`, address, id: address.replace('/desk/fronts/', ''), ids }
}

export const writeIn = (press: Press, section: string, headline: string) =>
  press.write({
    ...{ headline, section, standfirst: `What ${headline} means.` },
    blocks: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: 'They said so at noon.' }] }],
  })

/** Headlines of a readers' page, in the order in which they are seen. */
export async function headlinesOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  return page.locator('main article').getByRole('heading').allInnerTexts()
}
