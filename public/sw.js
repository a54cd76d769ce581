// The readers' service worker: asks the server first; without a connection it answers with what keep.js has kept.

const elsewhere = /^\/(desk|admin|api|preview|sign-in|sign-out|welcome|account|set-password)(\/|$)/
const files = /^\/(_next\/static|fonts|theme|media)\/|^\/[\w-]+\.js$/

/** Milliseconds for the server where the page is kept: in a tunnel nothing ever fails. */
const PATIENCE = 8000

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(registration.navigationPreload?.enable()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') {
    if (!elsewhere.test(pathname) && !pathname.includes('.')) event.respondWith(page(event, pathname))
  } else if (files.test(pathname) && /script|style|font|image/.test(request.destination)) {
    // By a page of readers, or its stylesheet.
    const { pathname: by } = new URL(request.referrer || '/desk', origin)
    if (!elsewhere.test(by)) event.respondWith(fetch(request).catch(() => file(pathname)))
  }
})

async function page({ request, preloadResponse }, path) {
  const name = `read:${path}`
  const server = Promise.resolve(preloadResponse)
    .then((early) => early ?? fetch(request))
    .then(async (answer) => {
      // Taken down, or moved.
      if ([404, 410].includes(answer.status) || answer.type === 'opaqueredirect') await caches.delete(name)
      return answer
    })
  const kept = await find(path, [name, 'paper'])
  const late = new Promise((resolve) => kept && setTimeout(() => resolve(copy(kept)), PATIENCE))
  return Promise.race([server, late]).catch(async () =>
    kept ? copy(kept) : ((await find('/offline', ['paper'])) ?? Response.error()),
  )
}

/** It says since when it is kept, which comforts.js tells. */
async function copy(kept) {
  const { headers } = kept
  const html = await kept.clone().text()
  return new Response(html.replace('<html', `<html data-kept="${headers.get('date')}"`), { headers })
}

const file = async (path) => {
  const names = (await caches.keys()).filter((name) => /^(paper$|read:)/.test(name))
  return (await find(path, names)) ?? Response.error()
}

async function find(path, names) {
  for (const cacheName of names) {
    const found = await caches.match(path, { cacheName })
    if (found) return found
  }
}
