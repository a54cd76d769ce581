// What a reader may choose at the foot of a page, and keys; without this the page shows none of it. look.js puts it on.

const box = document.querySelector('.comforts')
const choices = [...box.querySelectorAll('input')]

function tell() {
  for (const one of choices) one.checked = one.value === (localStorage.getItem(`paper-${one.name}`) ?? '')
  // The browser's own bar follows the page.
  const { theme } = document.documentElement.dataset
  for (const [i, look] of ['light', 'dark'].entries()) {
    const bar = document.querySelectorAll('meta[name=theme-color]')[i]
    if (bar) bar.media = !theme ? `(prefers-color-scheme: ${look})` : theme === look ? 'all' : 'not all'
  }
}

for (const one of choices)
  one.onchange = () => {
    if (one.value) localStorage.setItem(`paper-${one.name}`, one.value)
    else localStorage.removeItem(`paper-${one.name}`)
    dispatchEvent(new Event('storage'))
  }
addEventListener('storage', tell)
addEventListener('pageshow', tell)
tell()
box.hidden = false

const { lang, dataset } = document.documentElement
const line = document.querySelector('#kept')
if (line && dataset.kept) {
  // It goes when the network is back.
  const at = new Date(dataset.kept)
  const today = at.toDateString() === new Date().toDateString()
  const time = { dateStyle: today ? undefined : 'medium', timeStyle: 'short' }
  line.querySelector('b').textContent = at.toLocaleString(lang, time)
  document.body.prepend(line)
  line.className = 'wrap dateline'
  line.hidden = false
  addEventListener('online', () => line.remove())
}

const press = async (key) => (await import('./keys.js')).press(key)
box.querySelector('button').onclick = () => press('?')

/** Where letters are written, or mean something else. */
const busy = 'input, textarea, select, dialog, audio, video, [contenteditable]'

addEventListener('keydown', (event) => {
  if (!['?', '/', 'h', 'j', 'k', 'n'].includes(event.key) || event.isComposing || event.defaultPrevented) return
  if (event.ctrlKey || event.metaKey || event.altKey || document.activeElement?.closest(busy)) return
  if (localStorage.getItem('paper-keys') === 'off') return
  event.preventDefault()
  void press(event.key)
})

// After all that the page itself needs.
const keep = () =>
  navigator.serviceWorker && !/^.preview./.test(location.pathname) && import('./keep.js').catch(() => {})
if (document.readyState === 'complete') keep()
else addEventListener('load', keep)
