// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'

import { buildPages, bundle, install, root, stop } from './start.mjs'

process.env.NEXT_TELEMETRY_DISABLED = '1'
let passed = 0
let failed = 0
/** What is told again at the end, as thousands of lines stand before it. @type {string[]} */
const named = []

/** Runs a command, all that it says shown. @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
async function show(command, args, env = {}) {
  const [status] = await once(
    spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }),
    'close',
  )
  return status === 0
}

/** @param {string} name of a package's program */
const bin = (name) => join(root, 'node_modules/.bin', name)

/** A check that counts as one test. @param {string} name @param {() => Promise<boolean>} run */
async function part(name, run) {
  console.log(`\n# ${name}`)
  if (await run()) passed += 1
  else fail(name)
}

/** @param {string} name */
function fail(name) {
  failed += 1
  named.push(`failed: ${name}`)
}

/** Runs something that counts tests itself; no report is a failure.
 * @param {string} name @param {(report: string) => Promise<boolean>} run
 * @param {(report: any) => { good: number, bad: string[], second?: string[] }} read the names of what failed, and of what
 *   passed at a second try only */
async function counted(name, run, read) {
  console.log(`\n# ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'stet-report-'))
  const report = join(folder, 'report.json')
  const ok = await run(report)
  const {
    good,
    bad,
    second = [],
  } = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { good: 0, bad: [] }
  rmSync(folder, { recursive: true })
  passed += good
  for (const test of bad) fail(`${name}: ${test}`)
  if (!ok && !bad.length) fail(name)
  named.push(...second.map((test) => `passed at the second try only: ${name}: ${test}`))
}

async function check() {
  await part(
    'types',
    async () => (await show(bin('next'), ['typegen'])) && show(bin('tsc'), ['--noEmit', '--incremental', 'false']),
  )
  await part('lint', () => show(bin('biome'), ['check', '--error-on-warnings', '.']))
}

/** @param {string} engine @param {Record<string, string>} [env] @param {string[]} [only] */
const unit = (engine, env = {}, only = []) =>
  counted(
    `tests on ${engine}`,
    (report) => {
      const args = ['run', '--config', 'e2e/vitest.config.ts', ...only]
      return show(bin('vitest'), [...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env)
    },
    ({ numPassedTests, testResults }) => ({ good: numPassedTests, bad: testResults.flatMap(failuresOf) }),
  )

/** A file that could not be read has no tests. @param {any} file of Vitest’s report @returns {string[]} */
function failuresOf({ name, status, assertionResults }) {
  const bad = assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
  const where = relative(root, name)
  return status === 'failed' && !bad.length
    ? [where]
    : bad.map((/** @type {any} */ test) => `${where}: ${test.fullName.trim()}`)
}

/** The test files that make a database: rules are the same on every engine. */
const databaseTests = () =>
  ['lib', 'app']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /lib.db.|#lib\/testing\/(database|child)'/.test(file + readFileSync(join(root, file), 'utf8')))

/** @param {string} engine @param {Record<string, string>} env @param {string[]} [only] */
const browserTests = (engine, env, only = []) =>
  counted(
    `in the browser, on ${engine}`,
    (report) =>
      show(bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts', ...only], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }),
    ({ stats, suites, errors }) => {
      const of = (/** @type {string} */ status) => suites.flatMap((/** @type {any} */ suite) => titlesOf(suite, status))
      const bad = [...of('unexpected'), ...errors.map((/** @type {any} */ error) => error.message)]
      return { good: stats.expected + stats.flaky, bad, second: of('flaky') }
    },
  )

/** @param {any} suite of Playwright’s report @param {string} status @returns {string[]} */
const titlesOf = ({ suites = [], specs = [] }, status) => [
  ...suites.flatMap((/** @type {any} */ suite) => titlesOf(suite, status)),
  ...specs
    .filter((/** @type {any} */ spec) => spec.tests.some((/** @type {any} */ test) => test.status === status))
    .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}`),
]

/** A long run of ours, built; its last line counts. @param {string} name @param {string[]} args @param {Record<string, string>} [env] */
async function longRun(name, args, env = {}) {
  const run = spawn(process.execPath, ['--enable-source-maps', join(root, `.build/${name}.mjs`), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const ended = once(run, 'close')
  let told = ''
  for await (const piece of run.stdout) told += piece
  const [status] = await ended
  const lines = told.trimEnd().split('\n')
  const [, good, bad] = /^(\d+) passed, (\d+) failed$/.exec(lines.pop() ?? '') ?? []
  console.log(`\n# ${name}\n${lines.join('\n')}`)
  passed += Number(good ?? 0)
  for (const line of lines.filter((line) => line.startsWith('MISS'))) named.push(`failed: ${name}: ${line}`)
  failed += Number(bad ?? 0)
  if (status !== 0 && !Number(bad ?? 0)) fail(name)
}

/** The first costs a sixth less: it draws no window that nobody sees. */
const browsers = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** Chromium's path: $CHROMIUM, the machine's own, Playwright's; installed when there is none. */
async function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = browsers.flatMap((name) => folders.map((folder) => join(folder, name)))
  const { chromium } = await import('@playwright/test')
  const known = () =>
    [process.env.CHROMIUM ?? '', ...onPath, chromium.executablePath()].find((path) => path && existsSync(path))
  if (!known() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('\n# installing Chromium from Debian')
    await show('apt-get', ['update', '-q'])
    for (const name of browsers.slice(0, 2))
      if (!known()) await show('apt-get', ['install', '-qy', '--no-install-recommends', name])
  }
  if (!known()) await show(bin('playwright'), ['install', 'chromium'])
  return known() ?? stop('No browser could be had: install Chromium, or give its path as CHROMIUM.')
}

/** The folder of the newest PostgreSQL server's programs. */
function postgresPrograms() {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(home, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
}

/** A throwaway PostgreSQL on a free port of this machine. @param {(url: string) => void | Promise<void>} run */
async function withPostgres(run) {
  const programs = postgresPrograms()
  if (!programs) {
    console.log('\n# PostgreSQL: skipped, as no server is installed here (Debian: apt-get install postgresql)')
    if (process.env.CI === 'true' || process.env.STET_REQUIRE_POSTGRES) fail('PostgreSQL')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-postgres-'))
  // PostgreSQL refuses to run as root.
  const user =
    process.getuid?.() === 0 ? Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout) : undefined
  if (user !== undefined) chownSync(folder, user, user)
  const port = await freePort()
  /** @param {string} program @param {string[]} args */
  const postgres = (program, args) =>
    spawnSync(join(programs, program), args, { cwd: folder, uid: user, stdio: 'ignore' }).status === 0
  const data = join(folder, 'data')
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  try {
    if (
      !postgres('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres']) ||
      !postgres('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start'])
    )
      stop('PostgreSQL would not start.')
    await run(`postgres://postgres@127.0.0.1:${port}/postgres`)
  } finally {
    postgres('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function everything() {
  const browser = await findBrowser()
  await check()
  await unit('SQLite')
  await bundle()
  await buildPages()
  await browserTests('SQLite', { CHROMIUM: browser })
  process.env.CHROMIUM = browser
  await withPostgres(async (url) => {
    await unit('PostgreSQL', { TEST_DATABASE_URL: url }, databaseTests())
    await browserTests('PostgreSQL', { CHROMIUM: browser, STET_TEST_POSTGRES: url }, ['--grep', '@postgres'])
  })
  // Figures are taken with nothing else beside them.
  await longRun('bench', ['--short'])
  await Promise.all([longRun('faults', ['--short']), longRun('audit', ['--short'])])
}

const [what, ...args] = process.argv.slice(2)
await install()
if (what === 'check') await check()
else if (what) {
  if (['audit', 'bench'].includes(what)) process.env.CHROMIUM = await findBrowser()
  await bundle()
  await buildPages()
  const named = args.filter((arg) => arg !== '--postgres')
  if (named.length === args.length) await longRun(what, args)
  else {
    process.env.STET_REQUIRE_POSTGRES = '1'
    await withPostgres((url) => longRun(what, named, { STET_TEST_POSTGRES: url }))
  }
} else await everything()
if (named.length) console.log(`\n${named.join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
