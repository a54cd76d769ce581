import { Parser } from 'htmlparser2'

/** A page with something in it that only the framework's scripts would show: a defect of the page, never to be kept. */
export class Unfinished extends Error {
  constructor(readonly found: string) {
    super(`The page is unfinished: it holds ${found}.`)
  }
}

type Attributes = Record<string, string>

/** Ids that React gives to what it streams late: segments, boundaries and placeholders, numbered in hexadecimal. */
const late = /^[SBP]:[\da-f]+$/

const isOurs = (address = '') => /^\/(?!\/|_next\/)/.test(address)

const isScriptKept = ({ type, src }: Attributes, ours: boolean) =>
  type === 'application/ld+json' || (ours && isOurs(src))

const isForScripts = ({ rel, as, href }: Attributes, ours: boolean) =>
  (rel === 'modulepreload' || (rel === 'preload' && as === 'script')) && !(ours && isOurs(href))

/** Networks that look for `twitter:` take `og:` where there is none; Next says each twice. */
const repeats = ({ name = '', content }: Attributes, said: ReadonlyMap<string, string | undefined>) =>
  name.startsWith('twitter:') && content !== undefined && said.get(name.replace('twitter', 'og')) === content

const isOutlet = (attributes: Attributes) => attributes.hidden !== undefined && Object.keys(attributes).length === 1

/**
 * Takes out of a finished page what the framework put in for its scripts, the scripts, their preloads, comments and the
 * empty place for late metadata, and what it says twice. All else stays byte for byte: it is copied from the source, never written anew.
 * @param ours whether our own scripts stay; they do not where a frame would run none
 * @throws Unfinished for a page that would not be whole without scripts
 */
export function stripPage(html: string, ours = true): string {
  let kept = ''
  let copied = 0
  /** The element that is being dropped. */
  let going: { name: string; from: number } | undefined
  const said = new Map<string, string | undefined>()

  const drop = (from: number, last: number) => {
    // In React's text each `<` is escaped; a bare one could become a tag with what comes after the gap.
    if (html[from - 1] === '<') throw new Unfinished('a bare <')
    kept += html.slice(copied, from)
    copied = last + 1
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (going) throw new Unfinished(`<${name}> in a ${going.name === 'div' ? 'hidden <div>' : '<script>'}`)
        ensureShown(name, attributes)
        if (name === 'meta' && attributes.property) said.set(attributes.property, attributes.content)
        if ((name === 'link' && isForScripts(attributes, ours)) || (name === 'meta' && repeats(attributes, said)))
          drop(parser.startIndex, parser.endIndex)
        else if ((name === 'script' && !isScriptKept(attributes, ours)) || (name === 'div' && isOutlet(attributes)))
          going = { name, from: parser.startIndex }
      },
      ontext() {
        if (going?.name === 'div') throw new Unfinished('text in a hidden <div>')
      },
      oncomment() {
        if (!going) drop(parser.startIndex, parser.endIndex)
      },
      onclosetag(name, isImplied) {
        // React closes what it opens; a page that ends sooner was cut off.
        if (isImplied && (going || name === 'html')) throw new Unfinished(`an unclosed <${name}>`)
        if (going?.name !== name) return
        // The parser's end is that of the name, which a space may follow.
        drop(going.from, html.indexOf('>', parser.endIndex))
        going = undefined
      },
    },
    { decodeEntities: false },
  )
  parser.end(html)
  return kept + html.slice(copied)
}

function ensureShown(name: string, { id = '' }: Attributes) {
  if (name === 'template') throw new Unfinished('a <template>')
  if (late.test(id) || id === '__next_error__') throw new Unfinished(`id="${id}"`)
}
