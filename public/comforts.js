// What a reader may choose at the foot of a page, and keys; without this the page shows none of it. look.js puts it on.

/** @type {HTMLElement} */
const box = document.querySelector('.comforts')
/** @type {HTMLInputElement[]} */
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

/** @param {string} key */
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

// After all that the page itself needs. A browser that keeps nothing has nothing when it is offline.
const keep = () => navigator.serviceWorker && import('./keep.js').catch(() => {})
if (document.readyState === 'complete') keep()
else addEventListener('load', keep)
