import { mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const tests = ['lib/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts']
const alone = ['lib/edge/**/*.test.ts']

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { '#lib': `${root}lib`, '#app': `${root}app` } },
  test: {
    environment: 'node',
    globalSetup: 'lib/testing/template.ts',
    // A process and its modules for each file cost more than the tests. What keeps things of the whole process has its own.
    projects: [
      { extends: true, test: { name: 'together', include: tests, exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    pool: 'forks',
    // Half of the time they wait: for locks, sockets and processes. Vitest itself leaves a core free.
    maxWorkers: availableParallelism(),
    // Tests make databases and processes, on machines of two cores.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Tables choose their kit when modules load, by this variable.
    // The data folder keeps the audit's key; Vite sets a BASE_URL of its own.
    env: {
      DATABASE_URL: process.env.TEST_DATABASE_URL ?? '',
      STET_DATA: mkdtempSync(join(tmpdir(), 'stet-data-')),
      BASE_URL: '',
      STET_LOG: 'silent',
    },
  },
})
