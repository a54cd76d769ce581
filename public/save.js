// The reading list, kept on this device alone: "Save for later" at a story. shelf.js shows the list.

const place = document.querySelector('.save')
const button = place.querySelector('button')
const { textContent: save } = button

const read = () => JSON.parse(localStorage.getItem('paper-saved') ?? '[]')
const others = () => read().filter(({ path }) => path !== location.pathname)
const isSaved = () => others().length < read().length
const tell = () => {
  button.textContent = isSaved() ? button.dataset.done : save
}

function about() {
  const story = document.querySelector('article.story')
  const said = (one) => story.querySelector(`header ${one}`)?.textContent ?? ''
  const { lang, dir } = story
  return { path: location.pathname, headline: said('h1'), stand: said('.stand'), lang, dir }
}

button.onclick = () => {
  const all = isSaved() ? others() : [about(), ...others()].slice(0, 200)
  localStorage.setItem('paper-saved', JSON.stringify(all))
  tell()
}
addEventListener('storage', tell)
addEventListener('pageshow', tell)
tell()
place.hidden = false
