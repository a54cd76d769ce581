import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

import { defineConfig } from '@playwright/test'

import { chromiumLaunch } from './support/chromium'

// The tests start servers themselves (support/server.ts): one for each worker, and more where a test needs two. Those of
// one kind come one after another, as a worker whose server has another start begins anew.
const withDemo = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.spec.ts'))
  .filter((name) => /demo: \[?true|--demo|support.probe/.test(readFileSync(join(import.meta.dirname, name), 'utf8')))
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  // They wait for more than half of their time: for the screen, for sockets, for servers that start.
  workers: availableParallelism() + 1,
  // On a machine that others use, too, one of a hundred and fifty may wait too long. What passes at the second try only is
  // named at the end of `npm test`.
  retries: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : 'line',
  projects: [
    // A demo paper takes seconds to load: each file's tests stay together on one. What can be dealt out singly comes last.
    { name: 'demo', testMatch: withDemo, fullyParallel: false },
    { name: 'empty', testIgnore: withDemo, fullyParallel: true },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: chromiumLaunch,
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
})
