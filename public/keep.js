// Keeps on this device the stories read last, each in a cache of its own with its pictures, and in one more what all
// pages need, for sw.js; from what the browser has just loaded.

/** Stories, bytes of one with its pictures, and files that pages share. */
const STORIES = 30
const ROOM = 1_000_000
const FILES = 40

await navigator.serviceWorker.register('/sw.js')
const loaded = performance
  .getEntriesByType('resource')
  .map(({ name }) => new URL(name))
  .filter(({ origin }) => origin === location.origin)
  .map(({ pathname }) => pathname)
const has = (path) => fetch(path, { cache: 'force-cache' })

const paper = await caches.open('paper')
const isFirst = !sessionStorage.getItem('paper-kept')
const files = loaded.filter((path) => /^\/(_next\/static|fonts|theme)\/|^\/[\w-]+\.js$/.test(path))
for (const path of new Set([...files, '/keys.js', '/shelf.js', '/save.js'])) {
  if (!isFirst && (await paper.match(path))) continue
  const answer = await has(path)
  if (answer.ok) await paper.put(path, answer)
}
if (document.querySelector('article.story .save')) await keepStory(location.pathname)
if (isFirst) await onceAVisit()
for (const old of (await paper.keys()).slice(0, -FILES)) await paper.delete(old)

async function keepStory(path) {
  const name = `read:${path}`
  // The newest stands last.
  await caches.delete(name)
  const page = await has(path)
  const html = await page.clone().blob()
  if (!page.ok || page.redirected || html.size > ROOM) return
  const cache = await caches.open(name)
  await cache.put(path, page)
  let room = ROOM - html.size
  for (const one of loaded.filter((other) => other.startsWith('/media/'))) {
    const picture = await has(one)
    room -= (await picture.clone().blob()).size
    if (room < 0) break
    if (picture.status === 200) await cache.put(one, picture)
  }
  const names = (await caches.keys()).filter((other) => other.startsWith('read:'))
  for (const old of names.slice(0, -STORIES)) await caches.delete(old)
}

/** The pages for when there is no connection, as they are now; and what the paper took away goes here, too. */
async function onceAVisit() {
  for (const path of ['/offline', '/saved']) {
    const page = await fetch(path)
    if (page.ok) await paper.put(path, page)
  }
  for (const name of (await caches.keys()).filter((other) => other.startsWith('read:'))) {
    const { status } = await fetch(name.slice('read:'.length), { method: 'HEAD' })
    if (status === 404 || status === 410) await caches.delete(name)
  }
  sessionStorage.setItem('paper-kept', 'yes')
}
