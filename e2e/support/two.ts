import { randomBytes } from 'node:crypto'

import type { Page } from '@playwright/test'

import { addSection, type EditScreen, editScreen } from './desk'
import { admin, test as base, type Person } from './test'

export type Colleague = Person & { screen: EditScreen }
type Wanted = {
  /** Whether the first has written a story that is fit to be published, in a section of its own; else it is empty. */
  fit?: boolean
  first?: 'writer' | 'editor'
}

export const test = base.extend<{
  /** A browser of their own, signed in. */
  browserOf: (person: Person) => Promise<Page>
  /**
   * Two people in one story, which the first, at `page`, has begun.
   * @returns them, the story's address, and where readers would have it
   */
  twoInOneStory: (wanted?: Wanted) => Promise<{ people: [Colleague, Colleague]; address: string; path: string }>
}>({
  browserOf: ({ browser, enter }, use) =>
    use(async (person) => {
      const page = await (await browser.newContext()).newPage()
      await enter(page, person)
      return page
    }),
  twoInOneStory: ({ page, addPerson, enter, browserOf }, use) =>
    use(async ({ fit, first = 'editor' } = {}) => {
      const [one, other] = [await addPerson({ role: first }), await addPerson({ role: 'editor' })]
      const section = `Part ${randomBytes(3).toString('hex')}`
      if (fit) await addSection(await browserOf(admin), section)
      await enter(page, one)
      const screen = editScreen(page)
      const address = await screen.begin()
      if (fit) await write(screen, address, one.name, section)
      const others = editScreen(await browserOf(other))
      await others.open(address)
      const path = `/${section.toLowerCase().replace(' ', '-')}/ferry-${idOf(address)}`
      return {
        people: [
          { ...one, screen },
          { ...other, screen: others },
        ],
        address,
        path,
      }
    }),
})

const idOf = (address: string) => address.split('/').pop()

async function write(screen: EditScreen, address: string, byline: string, section: string) {
  await screen.type(screen.headline, `Ferry ${idOf(address)}`)
  await screen.type(screen.body, 'The crews vote on Friday.')
  await screen.addByline(byline)
  // Last, as with it the page learns the address that the headline has made.
  await screen.chooseSection(section)
  await screen.saved()
}
