/** How long an act may take to remove what was pressed for it: milliseconds. */
const SETTLES = 5_000

/**
 * Remembers where the focus is. @returns gives it back there. Where that is gone, or is removed by what was done
 * meanwhile, the part of the page that held it gets the focus, so that the keyboard goes on from there.
 */
export function rememberFocus(): () => void {
  const before = document.activeElement
  if (!(before instanceof HTMLElement) || before === document.body) return () => {}
  const around: HTMLElement[] = []
  for (let one = before.parentElement; one && one !== document.body; one = one.parentElement) around.push(one)
  const give = () => {
    before.focus()
    if (document.activeElement !== before) around.some(takes)
  }
  return () => {
    give()
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body && !before.isConnected) give()
    })
    const stop = () => {
      watch.disconnect()
      clearTimeout(timer)
      document.removeEventListener('pointerdown', stop, true)
    }
    const timer = setTimeout(stop, SETTLES)
    watch.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('pointerdown', stop, true)
  }
}

/** Gives the focus to a part of the page that still has something to go to. @returns whether it has it */
function takes(part: HTMLElement): boolean {
  if (!part.isConnected || !part.querySelector('button, a[href], input, select, textarea, [contenteditable=true]'))
    return false
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true })
  }
  part.focus()
  return document.activeElement === part
}
