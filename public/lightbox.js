// Pictures that lead to a larger file of themselves, opened over the page, a gallery's side by side. zoom.js loads this.

/** As in lib/media/store/address.ts. */
const widths = [640, 960, 1280, 1920]

/** Only what a page needs that has opened a picture. */
const style = `
.lightbox { inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none; background: #0b0d0e; color: #e9eae6; line-height: 1.4 }
.lightbox div { display: flex; block-size: 100%; overflow: auto hidden; overscroll-behavior: contain; scroll-snap-type: inline mandatory; scrollbar-width: none }
.lightbox figure { flex: 0 0 100%; scroll-snap-align: start; scroll-snap-stop: always; display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) }
.lightbox img { inline-size: 100%; block-size: 100%; object-fit: contain }
.lightbox figcaption { padding: .75rem 4.5rem 1.25rem; text-align: center; text-wrap: pretty; min-block-size: 3.75rem }
.lightbox figcaption span { color: #b9bebd }
.lightbox :is(button, p) { position: absolute; min-inline-size: 3rem; min-block-size: 3rem; background: #0b0d0e }
.lightbox button { inset-block-end: .5rem; font-size: 2rem; cursor: pointer }
.lightbox [aria-disabled=true] { opacity: .25 }
.lightbox :focus-visible { outline: 3px solid #7cc3cf; outline-offset: -3px }
.lightbox :is(.close, p) { inset-block: .5rem auto }
.lightbox :is(.back, p) { inset-inline-start: .5rem }
.lightbox :is(.close, .on) { inset-inline-end: .5rem }
.lightbox p { padding: .75rem; font-variant-numeric: tabular-nums }
@media print { .lightbox { display: none } }
`

/** @param {string} name @param {object} about its properties @param {(Node | string)[]} inside */
function make(name, about, ...inside) {
  const made = Object.assign(document.createElement(name), about)
  made.append(...inside)
  return made
}

/** The picture that a link shows, as large as there is room for, with its words. @param {HTMLAnchorElement} link */
function enlarge(link) {
  const [, folder, widest] = /^(.*\/)(\d+)\.jpeg$/.exec(link.href) ?? []
  const sources = ['avif', 'webp'].map((format) => {
    const files = widths
      .filter((width) => width <= Number(widest))
      .map((width) => `${folder}${width}.${format} ${width}w`)
    return make('source', { type: `image/${format}`, srcset: files.join(), sizes: '100vw' })
  })
  const image = make('img', { alt: link.querySelector('img')?.alt ?? '', loading: 'lazy', src: link.href })
  const words = link.closest('figure')?.querySelector('figcaption')
  return make('figure', {}, make('picture', {}, ...sources, image), words?.cloneNode(true) ?? make('figcaption', {}))
}

/** All of the page, whose numbers the history has. @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll('a.zoom')]
const words = document.querySelector('script[data-count]')?.dataset ?? {}
/** @type {HTMLDialogElement | undefined} */
let dialog

/** Shows a link's picture, with all of its gallery. @param {HTMLAnchorElement} opened */
function open(opened) {
  const gallery = opened.closest('.gallery')
  // To the left of the beginning where the story is read from the right.
  const { lang, dir } = opened.closest('[lang]')
  const ahead = dir === 'rtl' ? -1 : 1
  const all = links.filter((link) => link === opened || gallery?.contains(link))
  const strip = make('div', { lang, tabIndex: gallery ? 0 : -1 }, ...all.map(enlarge))
  const count = make('p', { ariaLive: 'polite' })
  const button = (className, sign, ariaLabel, onclick) => make('button', { className, ariaLabel, onclick }, sign)
  const box = make('dialog', { className: 'lightbox', dir, ariaLabel: words.title }, strip)
  const back = button('back', '‹', words.previous, () => turnTo(at() - 1))
  const on = button('on', '›', words.next, () => turnTo(at() + 1))
  if (all.length > 1) box.append(back, on, count)

  const at = () => Math.round((ahead * strip.scrollLeft) / strip.clientWidth)
  const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  /** @param {number} index @param {ScrollBehavior} behavior */
  const turnTo = (index, behavior = smooth) => strip.scrollTo({ left: ahead * index * strip.clientWidth, behavior })
  const tell = () => {
    count.textContent = (words.count ?? '').replace('{n}', `${at() + 1}`).replace('{of}', `${all.length}`)
    // Not disabled, or keys would be lost with the focus.
    back.ariaDisabled = `${at() === 0}`
    on.ariaDisabled = `${at() === all.length - 1}`
  }
  let left = false
  /** One step back, once: when to close is the history's to say. @param {Event} event */
  const leave = (event) => {
    event.preventDefault()
    if (!left) history.back()
    left = true
  }

  strip.onscroll = tell
  box.prepend(button('close', '×', words.close, leave))
  box.oncancel = leave
  box.onkeydown = (event) => {
    const keys = { Home: 0, End: all.length, ArrowLeft: at() - ahead, ArrowRight: at() + ahead }
    if (!(event.key in keys)) return
    event.preventDefault()
    turnTo(keys[event.key])
  }
  box.onclose = () => {
    box.remove()
    opened.focus()
  }
  document.body.append(box)
  box.showModal()
  turnTo(all.indexOf(opened), 'instant')
  tell()
  dialog = box
}

/** Shows what the history says: Back closes it and stays on the page, Forward and a reload open it again. */
export function follow() {
  dialog?.close()
  const opened = links[history.state?.zoom]
  if (opened) open(opened)
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets.push(sheet)

addEventListener('popstate', follow)

/** Opens a picture, as a step of the browser's history. @param {HTMLAnchorElement} link */
export function show(link) {
  history.pushState({ zoom: links.indexOf(link) }, '')
  follow()
}
