/**
 * Has the browser ask before it leaves, as long as that is wanted. No effect of a screen: what is being sent goes on while
 * one looks at another, and would be lost from there, too.
 */
export function makeStay(): (wanted: boolean) => void {
  const ask = (event: Event) => event.preventDefault()
  return (wanted) => {
    if (wanted) window.addEventListener('beforeunload', ask)
    else window.removeEventListener('beforeunload', ask)
  }
}
