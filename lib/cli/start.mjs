// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const built = join(root, '.build')
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Ends with one line that names the cure. @param {string} line @returns {never} */
export function stop(line) {
  console.error(line)
  process.exit(1)
}

/** Runs a command quietly; its output is shown only when it fails.
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
export function quietly(command, args, env = {}) {
  const run = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  if (run.status === 0) return
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}\n`)
  stop(`${command} ${args.join(' ')} failed.`)
}

/** @param {string} name */
const stampOf = (name) => (existsSync(join(built, name)) ? readFileSync(join(built, name), 'utf8') : '')

/** @param {string} name @param {string} value */
function keepStamp(name, value) {
  mkdirSync(built, { recursive: true })
  writeFileSync(join(built, name), value)
}

/** Installs what the lock file names, unless it is there. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Stet needs Node 20.19 or newer; this is ${process.versions.node}.`)
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex')
  const driver = join(root, 'node_modules/better-sqlite3')
  if (stampOf('installed') === lock && existsSync(join(driver, 'build/Release/better_sqlite3.node'))) return
  console.log('Installing packages')
  quietly(npm, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
  compileDriver(driver)
  keepStamp('installed', lock)
}

/** better-sqlite3 compiled once for this machine and kept in the user's cache. @param {string} driver its folder */
function compileDriver(driver) {
  const { version } = JSON.parse(readFileSync(join(driver, 'package.json'), 'utf8'))
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const kept = join(
    cache,
    'stet',
    `better-sqlite3-${version}-node-${process.versions.modules}-${process.platform}-${process.arch}.node`,
  )
  const binary = join(driver, 'build/Release/better_sqlite3.node')
  if (!existsSync(kept)) {
    console.log('Preparing the SQLite driver, once for this machine (about a minute where it must be compiled)')
    const run = spawnSync(npm, ['rebuild', 'better-sqlite3', '--foreground-scripts'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (run.status !== 0 || !existsSync(binary))
      stop(
        'The SQLite driver could neither be downloaded nor compiled: install python3, make and g++, then start again.',
      )
    mkdirSync(dirname(kept), { recursive: true })
    cpSync(binary, kept)
  }
  mkdirSync(dirname(binary), { recursive: true })
  cpSync(kept, binary)
}

/** What a build is made from, as one hash of names, sizes and times. */
function sourcesHash() {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`)
  }
  for (const name of ['app', 'lib', 'public', 'next.config.js', 'package.json', 'package-lock.json'])
    add(join(root, name))
  return hash.digest('hex')
}

/** The programs beside Next's build, from their entry points. */
const programs = { server: 'lib/server/main.ts', stet: 'lib/cli/stet.ts' }

export async function bundle() {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(join(root, file)))),
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
}

/** Builds when sources changed since the last build. */
export async function build() {
  const hash = sourcesHash()
  if (stampOf('built') === hash) return
  console.log('Building')
  const nextBin = join(root, 'node_modules/next/dist/bin/next')
  quietly(process.execPath, [nextBin, 'build'], { NEXT_TELEMETRY_DISABLED: '1' })
  await bundle()
  keepStamp('built', hash)
}

/** Runs a bundled program in this terminal; signals reach it. @param {string} name @param {string[]} args @param {Record<string, string>} [env] */
function run(name, args, env = {}) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(built, `${name}.mjs`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

async function main() {
  const args = process.argv.slice(2)
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  install()
  if (args[0] === 'stet') {
    await bundle()
    return run('stet', args.slice(1))
  }
  if (args.includes('--dev')) {
    await bundle()
    return run('server', args, { STET_DEV: '1' })
  }
  await build()
  run('server', args, { NODE_ENV: 'production' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
