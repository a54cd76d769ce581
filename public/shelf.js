// Stories that are on this device: those saved for later (save.js), or, without a connection, those read (keep.js).

const shelf = document.querySelector('[data-shelf]')
const words = shelf.dataset
const empty = shelf.querySelector('.empty')

const make = (name, about, ...inside) => {
  const made = Object.assign(document.createElement(name), about)
  made.append(...inside)
  return made
}

function show({ path, headline, stand, lang, dir }, ...more) {
  const title = make('h2', { lang, dir }, make('a', { href: path }, headline))
  const entry = make(
    'article',
    { className: 'hit' },
    title,
    make('p', { className: 'stand', lang, dir }, stand),
    ...more,
  )
  empty.remove()
  shelf.append(entry)
  return entry
}

const read = () => JSON.parse(localStorage.getItem('paper-saved') ?? '[]')
const drop = (path) => localStorage.setItem('paper-saved', JSON.stringify(read().filter((one) => one.path !== path)))

/** One that the paper has taken away says so, and goes. */
function saved(one) {
  const button = make('button', { type: 'button', ariaLabel: `${words.remove}: ${one.headline}` }, words.remove)
  const entry = show(one, make('p', { className: 'by' }, button))
  button.onclick = () => {
    drop(one.path)
    const next = entry.nextElementSibling ?? entry.previousElementSibling
    entry.remove()
    next?.querySelector('a')?.focus()
    if (!next) shelf.append(empty)
  }
  const told = ({ status }) => {
    if (status !== 404 && status !== 410) return
    drop(one.path)
    entry.role = 'status'
    entry.replaceChildren(`“${one.headline}” ${words.gone}`)
  }
  fetch(one.path, { method: 'HEAD' }).then(told, () => {})
}

async function kept(name) {
  const path = name.slice('read:'.length)
  const html = await (await caches.match(path, { cacheName: name }))?.text()
  const story = new DOMParser().parseFromString(html ?? '', 'text/html').querySelector('article.story')
  const said = (one) => story.querySelector(`header ${one}`)?.textContent ?? ''
  if (story) show({ path, headline: said('h1'), stand: said('.stand'), lang: story.lang, dir: story.dir })
}

if (words.shelf === 'saved') read().forEach(saved)
else for (const name of (await caches.keys()).filter((one) => one.startsWith('read:')).reverse()) await kept(name)
