// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { install, root, stop } from './start.mjs'

let passed = 0
let failed = 0

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
const show = (command, args, env = {}) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  }).status === 0

/** A check that counts as one test. @param {string} name @param {() => boolean} run */
function part(name, run) {
  console.log(`\n# ${name}`)
  if (run()) passed += 1
  else failed += 1
}

/** @param {string} name of a package's program */
const bin = (name) => join(root, 'node_modules/.bin', name)

function check() {
  part('types', () => show(bin('next'), ['typegen']) && show(bin('tsc'), ['--noEmit', '--incremental', 'false']))
  part('lint and layers', () => show(bin('biome'), ['check', '.']))
}

/** Vitest on one engine. @param {string} engine @param {Record<string, string>} [env] */
function unit(engine, env = {}) {
  console.log(`\n# tests on ${engine}`)
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
  const report = join(folder, 'report.json')
  const ok = show(
    bin('vitest'),
    ['run', '--config', 'e2e/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    env,
  )
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 }
  rmSync(folder, { recursive: true })
  passed += result.numPassedTests
  failed += result.numFailedTests || (ok ? 0 : 1)
}

/** A throwaway PostgreSQL on a free port of this machine. @param {(url: string) => void} run */
async function withPostgres(run) {
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
    : []
  const programs = versions
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .find((folder) => existsSync(join(folder, 'initdb')))
  if (!programs) {
    const line =
      'No PostgreSQL server on this machine: its half of the tests was skipped (install the package postgresql).'
    if (process.env.STET_REQUIRE_POSTGRES) stop(line)
    console.log(`\n# ${line}`)
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
    run(`postgres://postgres@127.0.0.1:${port}/postgres`)
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

await install()
check()
if (process.argv[2] !== 'check') {
  unit('SQLite')
  await withPostgres((url) => unit('PostgreSQL', { TEST_DATABASE_URL: url }))
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
