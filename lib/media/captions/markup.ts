const tags = ['b', 'i', 'u', 'c', 'v', 'lang', 'ruby', 'rt']

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' }))
const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const encoded = (text: string) => text.replace(/[&<>]/g, (sign) => escaped[sign]!)

/** A name behind the tags that have one: who speaks, in which language. */
const plain = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => entities.get(name) ?? whole)

/** A tag or a time in angle brackets; an opening bracket that begins neither is a sign. */
const token = /<(\/?)([a-z]+)((?:\.[^\s.<>&]+)*)(?:[ \t\n]([^<>]*))?>|<[\d:.]*>|<\/?[a-zA-Z][^<>]*>/g

/**
 * A cue's text with no other tags than bold, italics, underline, class, voice, language and ruby, each of them closed, and
 * without the times at which words light up.
 */
export function cleanMarkup(text: string): string {
  const open: string[] = []
  let clean = ''
  let at = 0
  const put = (to: number) => {
    clean += encoded(plain(text.slice(at, to)))
  }
  for (const found of text.matchAll(token)) {
    put(found.index)
    at = found.index + found[0].length
    const [, slash, name = '', classes = '', said = ''] = found
    if (!tags.includes(name)) continue
    if (!slash) {
      if (open.length === DEEPEST || (name === 'rt' && !open.includes('ruby'))) continue
      open.push(name)
      clean += `<${name}${classesOf(classes)}${saidOf(name, said)}>`
    } else if (open.includes(name)) {
      // Whatever was opened inside it ends with it.
      const closed = open.splice(open.lastIndexOf(name)).reverse()
      clean += closed.map((each) => `</${each}>`).join('')
    }
  }
  put(text.length)
  return (
    clean +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  )
}

const DEEPEST = 8

const classesOf = (classes: string) =>
  classes
    .split('.')
    .filter((name) => /^[a-z][\w-]{0,30}$/i.test(name))
    .map((name) => `.${name}`)
    .join('')

function saidOf(name: string, said: string): string {
  const words = encoded(plain(said.replace(/\s+/g, ' ').trim()))
  if (name === 'v') return words && ` ${words}`
  return name === 'lang' && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(words) ? ` ${words}` : ''
}
