// Opens pictures over the page by lightbox.js, which comes when a reader first goes to one. Without this they are links to
// larger files of themselves.
let opens
const load = () => (opens ??= import('/lightbox.js'))

/** @param {Event} event @returns {HTMLAnchorElement | null} */
const linkOf = ({ target }) => target.closest?.('a.zoom')

for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, (event) => linkOf(event) && load())
document.addEventListener('click', async (event) => {
  const link = linkOf(event)
  // A click that wants a window of its own gets one.
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  const { show } = await load().catch(() => ({ show: () => location.assign(link.href) }))
  show(link)
})
// A reload, or Forward from another page, opens again what was open.
if (history.state?.zoom !== undefined) load().then(({ follow }) => follow())
