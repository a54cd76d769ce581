// Pictures that lead to a larger file of themselves: these are opened over the page, a gallery's side by side. Without
// this they are links.

/** The files that there are; see lib/media/store/address.ts. */
const widths = [640, 960, 1280, 1920]

/** Only what a page needs that has opened a picture; its words are on the script's element. */
const style = `
.lightbox { inline-size: 100vw; block-size: 100vh; block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; background: #0b0d0e; color: #e9eae6; font: 400 1rem/1.4 var(--font-text) }
.lightbox div { display: flex; block-size: 100%; overflow: auto hidden; scroll-snap-type: inline mandatory; overscroll-behavior: contain; scrollbar-width: none }
.lightbox figure { flex: 0 0 100%; scroll-snap-align: start; scroll-snap-stop: always; display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); margin: 0 }
.lightbox picture { min-block-size: 0 }
.lightbox img { inline-size: 100%; block-size: 100%; object-fit: contain; background: none }
.lightbox figcaption { padding: .75rem 4.5rem 1.25rem; text-align: center; text-wrap: pretty; min-block-size: 3.75rem }
.lightbox figcaption span { color: #b9bebd }
.lightbox button { position: absolute; z-index: 1; inset-block-end: .5rem; min-inline-size: 3rem; min-block-size: 3rem; font: 2rem/1 var(--font-text); color: inherit; background: #0b0d0e; border: 0; cursor: pointer }
.lightbox button:disabled { opacity: .25; cursor: default }
.lightbox :focus-visible { outline: 3px solid #7cc3cf; outline-offset: -3px }
.lightbox .back { inset-inline-start: .5rem }
.lightbox .on { inset-inline-end: .5rem }
.lightbox .close { inset-block: .5rem auto; inset-inline-end: .5rem }
.lightbox p { position: absolute; z-index: 1; inset-block-start: .5rem; inset-inline-start: .5rem; margin: 0; padding: .75rem; background: #0b0d0e; font-variant-numeric: tabular-nums }
`

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} [about] @param {(Node | string)[]} inside
 */
function make(name, about = {}, ...inside) {
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
    return make('source', { type: `image/${format}`, srcset: files.join(', '), sizes: '100vw' })
  })
  const small = link.querySelector('img')
  const image = make('img', { alt: small?.alt ?? '', loading: 'lazy', src: link.href })
  const words = link.closest('figure')?.querySelector('figcaption')
  return make('figure', {}, make('picture', {}, ...sources, image), words ? words.cloneNode(true) : make('figcaption'))
}

/** @param {HTMLAnchorElement[]} links of one gallery, or one @param {HTMLAnchorElement} opened */
function open(links, opened) {
  const words = document.querySelector('script[src$="/lightbox.js"]')?.dataset ?? {}
  const figures = links.map(enlarge)
  const strip = make('div', { tabIndex: figures.length > 1 ? 0 : -1 }, ...figures)
  const count = make('p', { ariaLive: 'polite' })
  const button = (name, sign, label, act) =>
    make('button', { className: name, type: 'button', onclick: act, ariaLabel: label }, sign)
  const close = button('close', '×', words.close, () => dialog.close())
  const back = button('back', '‹', words.previous, () => show(at() - 1))
  const on = button('on', '›', words.next, () => show(at() + 1))
  const dialog = make('dialog', { className: 'lightbox', ariaLabel: words.title }, close, strip)
  if (figures.length > 1) dialog.append(back, on, count)

  // To the left of the beginning where the paper is read from the right.
  const at = () => Math.round(Math.abs(strip.scrollLeft) / strip.clientWidth)
  const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  /** @param {number} index @param {ScrollBehavior} behavior */
  const show = (index, behavior = smooth) =>
    figures[index]?.scrollIntoView({ behavior, block: 'nearest', inline: 'start' })
  const tell = () => {
    count.textContent = (words.count ?? '').replace('{n}', `${at() + 1}`).replace('{of}', `${figures.length}`)
    back.disabled = at() === 0
    on.disabled = at() === figures.length - 1
  }

  strip.addEventListener('scroll', tell)
  dialog.addEventListener('keydown', (event) => {
    const { key } = event
    if (!/^(Home|End|Arrow(Left|Right))$/.test(key)) return
    event.preventDefault()
    const ahead = getComputedStyle(dialog).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (key === 'Home') show(0)
    if (key === 'End') show(figures.length - 1)
    if (key === 'ArrowLeft' || key === 'ArrowRight') show(at() + (key === ahead ? 1 : -1))
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    opened.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  show(links.indexOf(opened), 'instant')
  tell()
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

document.addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest('a.zoom')
  // A click that wants a window of its own gets one.
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  const gallery = link.closest('.gallery')
  open(gallery ? [...gallery.querySelectorAll('a.zoom')] : [link], link)
})
