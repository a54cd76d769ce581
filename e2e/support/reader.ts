import { test as base } from './test'

export const test = base.extend<{ path: string }>({
  /** A story of its own for each test. */
  path: async ({ press }, use) => use(await press.publish(await press.draft())),
})
