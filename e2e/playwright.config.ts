import { defineConfig } from '@playwright/test'

// A sandbox needs rights that a container's root has not; the rest keeps the browser from calling home.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu', '--disable-quic'] : []
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

// The tests start servers themselves (support/server.ts): one for each worker, and more where a test needs two.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : 'line',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { executablePath: process.env.CHROMIUM, args: [...asRoot, ...quiet] },
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
})
