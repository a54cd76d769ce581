// What single keys do. comforts.js says when; the page has the list of them in a dialog, with a switch that ends it.

const list = document.querySelector('#keys')
const on = list.querySelector('input')
on.onchange = () => localStorage.setItem('paper-keys', on.checked ? 'on' : 'off')

/** Goes so many headlines on from the one that has the focus. */
function step(by) {
  const all = [...document.querySelectorAll('main :is(h2, h3) a')].filter((one) => one.checkVisibility())
  const at = all.indexOf(document.activeElement)
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]?.focus()
}

const acts = {
  '?': () => {
    on.checked = localStorage.getItem('paper-keys') !== 'off'
    list.showModal()
  },
  '/': () => {
    const field = document.querySelector('main [type=search]')
    if (field) field.focus()
    else location.assign('/search')
  },
  h: () => location.assign('/'),
  j: () => step(1),
  k: () => step(-1),
  n: () => document.querySelector('.next h2 a')?.click(),
}

export const press = (key) => acts[key]()
