// The desk's service worker. Our server puts the build's name before it, so each build's is another one and takes over
// at once. It keeps nothing itself: pages do (lib/device/kept-pages.ts). It answers with what is kept when the server
// does not answer, and never else; files of the build are named by their content, so those may come from here always.

/** How long the server may take before it counts as out of reach, in milliseconds: in a tunnel nothing ever fails. */
const PATIENCE = 10_000

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => {
  const preloads = registration.navigationPreload?.enable()
  event.waitUntil(Promise.all([preloads, clients.claim()]))
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(page(event, pathname))
  else if (/^\/(_next\/static|fonts)\/|^\/favicon/.test(pathname)) event.respondWith(file(request))
})

async function page({ request, preloadResponse }, pathname) {
  const server = answered(Promise.resolve(preloadResponse).then((early) => early ?? fetch(request)))
  const early = await Promise.race([server, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  if (early) return early
  return (await kept(pathname)) ?? (await kept('/desk/offline')) ?? (await server) ?? Response.error()
}

/** What a proxy says in the server's stead is no answer. */
const answered = (asked) =>
  asked.then((answer) => ([502, 503, 504].includes(answer.status) ? undefined : answer)).catch(() => undefined)

/** Of one person alone: pages of others are gone before any of this person's is kept. */
async function kept(pathname) {
  for (const name of await caches.keys()) {
    if (!name.startsWith('stet-pages:')) continue
    const found = await (await caches.open(name)).match(pathname)
    if (found) return found
  }
}

const file = async (request) => (await caches.match(request.url)) ?? fetch(request)
