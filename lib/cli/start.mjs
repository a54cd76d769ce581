// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
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

/** Runs a command without its output. @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env = {}) {
  const ended = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  return { ok: ended.status === 0, output: `${ended.stdout ?? ''}${ended.stderr ?? ''}` }
}

/** Its output is shown only when it fails. @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function mustRun(command, args, env) {
  const { ok, output } = run(command, args, env)
  if (ok) return
  process.stderr.write(`${output}\n`)
  stop(`${command} ${args.join(' ')} failed: see above.`)
}

/** Says what is done and how long it took. @param {string} what @param {() => unknown} work */
export async function step(what, work) {
  const began = Date.now()
  console.log(`${what} …`)
  await work()
  console.log(`  done in ${Math.max(1, Math.round((Date.now() - began) / 1000))} s`)
}

/** @param {string} name */
const stampOf = (name) => (existsSync(join(built, name)) ? readFileSync(join(built, name), 'utf8') : '')

/** Does `work` unless its stamp says that it was done for this `hash`; a failure leaves no stamp.
 * @param {string} name @param {string} hash @param {() => unknown} work */
async function once(name, hash, work) {
  if (stampOf(name) === hash) return
  rmSync(join(built, name), { force: true })
  await work()
  mkdirSync(built, { recursive: true })
  writeFileSync(join(built, name), hash)
}

/** Installs what the lock file names, unless it is there for this version of Node. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Stet needs Node 20.19 or newer and this is ${process.versions.node}: install one from https://nodejs.org.`)
  const driver = join(root, 'node_modules/better-sqlite3')
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex')
  if (!existsSync(driverFile(driver))) rmSync(join(built, 'installed'), { force: true })
  await once('installed', hash, () =>
    step('Installing packages', () => {
      // The build needs what npm leaves out when NODE_ENV is production.
      mustRun(npm, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
      installDriver(driver)
    }),
  )
}

/** @param {string} driver the folder of better-sqlite3 */
const driverFile = (driver) => join(driver, 'build/Release/better_sqlite3.node')

/** The SQLite driver is the one package with compiled code of its own: kept in the user's cache, as it may take a
 * minute to compile. @param {string} driver the folder of better-sqlite3 */
function installDriver(driver) {
  const { version } = JSON.parse(readFileSync(join(driver, 'package.json'), 'utf8'))
  const { platform, arch, versions } = process
  const libc = platform === 'linux' && existsSync('/etc/alpine-release') ? '-musl' : ''
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stet')
  const kept = join(cache, `better-sqlite3-${version}-node-${versions.modules}-${platform}${libc}-${arch}.node`)
  if (existsSync(kept)) copyWhole(kept, driverFile(driver))
  if (existsSync(kept) && loads(driver)) return
  console.log('  the SQLite driver, once for this machine (about a minute where it must be compiled)')
  const { ok } = run(npm, ['rebuild', 'better-sqlite3', '--foreground-scripts'])
  if (!ok || !loads(driver))
    stop('The SQLite driver could be neither downloaded nor compiled: install python3, make and g++, then start again.')
  copyWhole(driverFile(driver), kept)
}

/** Whether the compiled driver works here; in a process of its own, because a wrong one may crash. @param {string} driver */
const loads = (driver) => run(process.execPath, ['-e', `new (require(${JSON.stringify(driver)}))(':memory:')`]).ok

/** Whole before it has its name: others may start at the same time. @param {string} from @param {string} to */
function copyWhole(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, `${to}.${process.pid}`)
  renameSync(`${to}.${process.pid}`, to)
}

/** One hash over the contents of files and folders; tests are not built. @param {string[]} names @param {string[]} [without] */
function hashOf(names, without = []) {
  const hash = createHash('sha256').update(process.versions.modules)
  /** @param {string} path */
  const add = (path) => {
    if (without.includes(path) || /\.test\.tsx?$/.test(path)) return
    const at = join(root, path)
    if (statSync(at).isDirectory()) for (const name of readdirSync(at).sort()) add(`${path}/${name}`)
    else hash.update(`${path}\0`).update(readFileSync(at))
  }
  for (const name of names) add(name)
  return hash.digest('hex')
}

const settings = ['next.config.js', 'tsconfig.json', 'package.json', 'package-lock.json']

/** The programs beside Next's build, by name. */
const programs = {
  server: 'lib/server/main.ts',
  stet: 'lib/cli/stet.ts',
  starter: 'lib/processes/starter-child.ts',
  docx: 'lib/interchange/docx/child.ts',
  picture: 'lib/media/pixels/intake-child.ts',
  clip: 'lib/media/containers/intake-child.ts',
  captions: 'lib/media/captions/child.ts',
  encode: 'lib/media/pixels/encode-child.ts',
  bench: 'e2e/bench/main.ts',
  faults: 'e2e/faults/main.ts',
  audit: 'e2e/audit/main.ts',
  press: 'e2e/support/press-process.ts',
  clock: 'e2e/support/fixed-clock.ts',
  bare: 'e2e/support/bare-server.ts',
  baresharp: 'e2e/support/bare-sharp.ts',
}

/** Packages that go into the bundles, as each file of theirs would cost a lookup at start: hundreds, a fifth of a second. */
const bundled = /^(drizzle-orm|zod|next-auth|@tiptap\/.*|@sindresorhus\/slugify|nanoid)$/

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const bundling = {
  absWorkingDir: root,
  outdir: built,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  external: Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !bundled.test(name)),
  platform: /** @type {const} */ ('node'),
  format: /** @type {const} */ ('esm'),
  target: 'node20',
  sourcemap: true,
  minifySyntax: true,
  minifyWhitespace: true,
  sourcesContent: false,
  logLevel: /** @type {const} */ ('warning'),
}

/** Bundles the programs when their sources changed. */
export const bundle = () =>
  once('bundled', hashOf(['lib', 'e2e/support', 'e2e/bench', 'e2e/faults', 'e2e/audit', ...settings]), async () => {
    const { build } = await import('esbuild')
    await build({ ...bundling, entryPoints: programs })
  })

/** Builds the pages when their sources changed. */
export const buildPages = () =>
  once('pages', hashOf(['app', 'lib', 'public', ...settings], ['lib/cli', 'lib/server', 'lib/testing']), () =>
    step('Building', () =>
      mustRun(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
        NEXT_TELEMETRY_DISABLED: '1',
      }),
    ),
  )

/** Runs a program of ours in this process. @param {keyof typeof programs} name @param {string[]} args */
async function become(name, args) {
  const file = join(built, `${name}.mjs`)
  process.chdir(root)
  // The server, whose memory counts, reads maps when it has an error to tell.
  if (name !== 'server') process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, file, ...args]
  await import(file)
}

/** Next reloads what it serves; a change in the server's own modules starts it anew. @param {string[]} args */
async function develop(args) {
  const { context } = await import('esbuild')
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  const restart = async () => {
    const old = child
    if (old?.exitCode === null) {
      old.kill('SIGTERM')
      await new Promise((resolve) => old.once('exit', resolve))
    }
    child = spawn(process.execPath, ['--enable-source-maps', join(built, 'server.mjs'), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'development' },
    })
  }
  const restarting = {
    name: 'restart',
    /** @param {import('esbuild').PluginBuild} build */
    setup: (build) => build.onEnd(({ errors }) => (errors.length ? undefined : restart())),
  }
  // The other bundles keep their stamp; this one may now be newer than it.
  rmSync(join(built, 'bundled'), { force: true })
  const watched = await context({
    ...bundling,
    entryPoints: {
      server: programs.server,
      starter: programs.starter,
      docx: programs.docx,
      picture: programs.picture,
      clip: programs.clip,
      captions: programs.captions,
      encode: programs.encode,
    },
    plugins: [restarting],
  })
  await watched.watch()
  // A terminal sends SIGINT to the child, too.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child?.kill('SIGTERM'))
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => (child?.exitCode === null ? child.once('exit', () => process.exit()) : process.exit()))
}

async function main() {
  const args = process.argv.slice(2)
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  await install()
  if (args.includes('--dev')) return develop(args)
  process.env.NODE_ENV = 'production'
  await bundle()
  if (args[0] === 'stet') return become('stet', args.slice(1))
  await buildPages()
  await become('server', args)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
