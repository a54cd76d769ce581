/**
 * Pages of the desk that this browser keeps, so that they open without the server: of one person alone, and only those
 * that this person opened. The service worker (`public/desk-worker.js`) answers with them when the server does not.
 */

/** Where its own answer is when any other page of the desk is asked for. */
export const offlinePath = '/desk/offline'

/** The worker, served by our server with the build that it belongs to. */
export const workerPath = '/desk/worker.js'

/** Each page with files of a few hundred kilobytes that all share; the ones opened longest ago go first. */
const MOST = 30

const pagesOf = (person: string) => `stet-pages:${person}`
const filesOf = (build: string) => `stet-files:${build}`

const files = /\/_next\/static\/[\w.~/-]+\.(?:js|css)/g
const kept = ['content-type', 'content-security-policy', 'referrer-policy', 'x-content-type-options']

/** How a page says whose it is and of which build; see the newsroom's layout. */
const personIn = (html: string) => /<meta name="stet-person" content="([^"]+)"/.exec(html)?.[1]
export const buildIn = (html: string) => /<html[^>]* data-build="([^"]+)"/.exec(html)?.[1]

export const canKeepPages = () => typeof caches !== 'undefined' && 'serviceWorker' in navigator

/**
 * Keeps a page as the server now makes it for this person, and all that it is made of. One that the server gives to
 * nobody, or to somebody else, is forgotten.
 * @param used files that the open page has, some of which no page names (faces are named in stylesheets)
 */
export async function keepPage(path: string, person: string, used: string[] = []): Promise<void> {
  const answer = await fetch(path, { redirect: 'manual', headers: { accept: 'text/html' } })
  // Out of order for now; what is kept may be needed.
  if (answer.status >= 500) return
  const pages = await caches.open(pagesOf(person))
  const html = answer.ok ? await answer.text() : ''
  const build = buildIn(html)
  if (!build || personIn(html) !== person) return void (await pages.delete(path))
  await keepFiles(build, [...new Set([...(html.match(files) ?? []), ...used])])
  const headers = new Headers({ 'x-stet-build': build })
  for (const name of kept) headers.set(name, answer.headers.get(name) ?? '')
  await pages.put(path, new Response(html, { headers }))
  for (const old of (await pages.keys()).slice(0, -MOST))
    if (new URL(old.url).pathname !== offlinePath) await pages.delete(old)
}

async function keepFiles(build: string, paths: string[]) {
  const own = await caches.open(filesOf(build))
  const missing = await Promise.all(paths.map(async (path) => ((await own.match(path)) ? [] : path)))
  await own.addAll(missing.flat())
}

/**
 * After a page of this person was opened: its own copy, the page for all others, and those of an earlier build anew, so
 * that none of them stays as it was. Files of earlier builds go once nothing needs them.
 */
export async function keepPages(path: string, person: string, build: string): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('stet-pages:') && name !== pagesOf(person)) await caches.delete(name)
  await keepPage(path, person, filesHere())
  const pages = await caches.open(pagesOf(person))
  if (!(await pages.match(offlinePath))) await keepPage(offlinePath, person, filesHere())
  for (const { url } of await pages.keys()) {
    const found = await pages.match(url)
    if (found && found.headers.get('x-stet-build') !== build) await keepPage(new URL(url).pathname, person)
  }
  const builds = await Promise.all((await pages.matchAll()).map((page) => page.headers.get('x-stet-build') ?? ''))
  const needed = new Set([build, ...builds].map(filesOf))
  for (const name of await caches.keys())
    if (name.startsWith('stet-files:') && !needed.has(name)) await caches.delete(name)
}

/** Faces and the like, which no page's text names. */
const filesHere = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|fonts)\/|^\/favicon/.test(pathname),
    )
    .map(({ pathname }) => pathname)

/** Addresses of the pages that this browser has of this person. */
export async function listKeptPages(person: string): Promise<string[]> {
  if (!canKeepPages()) return []
  const pages = await caches.open(pagesOf(person))
  return (await pages.keys()).map(({ url }) => new URL(url).pathname)
}

/** Forgets all of them, whosever they are. */
export async function forgetPages(): Promise<void> {
  if (typeof caches === 'undefined') return
  for (const name of await caches.keys()) if (name.startsWith('stet-')) await caches.delete(name)
}
