// Shares a story's address, or copies it; without this it is a link like others.
const link = document.querySelector('[data-copied]')
link?.addEventListener('click', async (event) => {
  const { clipboard } = navigator
  if (!navigator.share && !clipboard) return
  event.preventDefault()
  if (navigator.share) return navigator.share({ url: link.href }).catch(() => {})
  await clipboard.writeText(link.href)
  link.ariaLive = 'polite'
  link.textContent = link.dataset.copied
})
