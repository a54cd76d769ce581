import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'

import { test as base, expect, type Page } from '@playwright/test'

import { type Press, startPress } from './press'
import { type RunningServer, startServer } from './server'

export { expect }

export type Person = { email: string; password: string; name: string; cookie?: string }
type Access = { role: 'contributor' | 'writer' | 'editor' | 'admin'; sections?: string }

/** The first admin of every test's server. */
export const admin: Person = {
  email: 'petra.kell@paper.example',
  password: 'a long walk to Orms Bay',
  name: 'Petra Kell',
}

type PerWorker = {
  /** Whether the server starts with the demo paper. */
  demo: boolean
  server: RunningServer
  press: Press
}
type PerTest = {
  /** Adds somebody whom no other test knows. `sections`: slugs with commas between, or `all`. */
  addPerson: (access: Access) => Promise<Person>
  /** Fills in the sign-in page. */
  signIn: (page: Page, person: Person) => Promise<void>
  /** Makes it the browser of somebody who has signed in before, where that is not what is tested: the admin or one added. */
  enter: (page: Page, person: Person) => Promise<void>
}

export const test = base.extend<PerTest, PerWorker>({
  demo: [false, { option: true, scope: 'worker' }],
  server: [
    async ({ demo }, use) => {
      const server = await startServer({
        demo,
        env: { STET_ADMIN_EMAIL: admin.email, STET_ADMIN_PASSWORD: admin.password },
      })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  press: [
    async ({ server }, use) => {
      const press = startPress(server)
      await use(press)
      await press.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, use) => use(server.baseUrl),
  addPerson: ({ press }, use) =>
    use(async ({ role, sections = 'all' }) => {
      const id = randomBytes(4).toString('hex')
      const person = {
        email: `${role}.${id}@paper.example`,
        name: `Kit ${id}`,
        password: randomBytes(12).toString('hex'),
      }
      return { ...person, cookie: await press.hire({ ...person, role, sections }) }
    }),
  enter: ({ server, press }, use) =>
    use(async (page, person) => {
      const cookie = person.cookie ?? (person === admin ? (await press.signIn()).cookie : '')
      const [name = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name, value, url: server.baseUrl }])
    }),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  signIn: ({}, use) =>
    use(async (page, { email, password }) => {
      await page.goto('/sign-in')
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => url.pathname !== '/sign-in')
    }),
})

/** Runs the command line on a server's newsroom. @returns what it printed */
export async function stet({ settings }: RunningServer, args: string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, ['.build/stet.mjs', ...args], { env: settings })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`stet ${args.join(' ')}: ${output}`)
  return output.trim()
}
