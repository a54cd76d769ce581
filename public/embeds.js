// Works of other sites: a card asks nobody for anything. This puts a button into each that only a reader's click loads.

/** @param {HTMLElement} card names the frame, what is in it, and what the button says */
function offer(card) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = card.dataset.load ?? ''
  button.addEventListener('click', () => {
    const frame = document.createElement('iframe')
    frame.title = card.dataset.title ?? ''
    // No form, no top window, no device; a script of the site's own runs in its frame, under its address.
    frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox')
    frame.allow = 'encrypted-media; fullscreen; picture-in-picture'
    // Some players refuse to play for nobody; they are told the paper, not the page.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.src = card.dataset.frame ?? ''
    button.replaceWith(frame)
    frame.focus()
  })
  card.lastElementChild?.before(button)
}

document.querySelectorAll('.embed [data-frame]').forEach(offer)
