import { DomUtils, parseDocument } from 'htmlparser2'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: object }>

const children = ({ children }: { children: Node[] }) => children.filter((node): node is Element => 'attribs' in node)
const named = (of: Element, name: string) => children(of).filter((one) => one.name === name)
const text = (of: Element, name: string) => DomUtils.textContent(named(of, name)).trim()

const media = {
  image: /^image\//,
  audio: /^audio\//,
  video: /^video\//,
  document: /./,
  executable: /./,
}
/** By Media RSS 1.5.1: attributes of media:content that are numbers, and what may stand in it, of what we use. */
const numbers = ['fileSize', 'duration', 'width', 'height']
const inContent = ['media:title', 'media:description', 'media:credit', 'media:thumbnail']
const inChannel = ['title', 'link', 'description', 'language', 'lastBuildDate', 'atom:link', 'item']
const inItem = [
  ...['title', 'link', 'description', 'category', 'enclosure', 'guid', 'pubDate'],
  ...['dc:creator', 'media:content'],
]

/** RFC 822 with a year of four digits, as RSS asks for. */
const date =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
const whole = /^\d+$/
const isAddress = (text = '') => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/**
 * Where a feed does not hold to RSS 2.0, to the RSS Advisory Board's profile of it (one enclosure) and to Media RSS 1.5.1, a
 * sentence each. That it is well-formed is for an XML parser to say.
 */
export function feedFaults(xml: string): string[] {
  const faults: string[] = []
  const ensure = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  const only = (of: Element, names: string[]) => {
    for (const { name } of children(of)) ensure(names.includes(name), `<${name}> stands in <${of.name}>`)
  }

  const [rss] = children(parseDocument(xml, { xmlMode: true }))
  const [channel] = rss ? named(rss, 'channel') : []
  if (rss?.name !== 'rss' || !channel) return ['it is no feed']
  ensure(rss.attribs.version === '2.0', 'it is not of version 2.0')
  ensure(rss.attribs['xmlns:media'] === 'http://search.yahoo.com/mrss/', 'Media RSS has another name')
  only(channel, inChannel)
  for (const name of ['title', 'link', 'description'])
    ensure(named(channel, name).length === 1 && text(channel, name) !== '', `it has no <${name}>`)
  ensure(isAddress(text(channel, 'link')), 'it leads nowhere')
  const built = text(channel, 'lastBuildDate')
  ensure(built === '' || date.test(built), 'it was built on no date')
  const guids = new Set<string>()
  for (const item of named(channel, 'item')) ofItem(item)

  function ofItem(item: Element) {
    const guid = text(item, 'guid')
    const of = (fault: string) => `${guid}: ${fault}`
    only(item, inItem)
    ensure(text(item, 'title') + text(item, 'description') !== '', of('neither title nor description'))
    ensure(guid !== '' && !guids.has(guid), of('not a guid of its own'))
    guids.add(guid)
    ensure(isAddress(text(item, 'link')), of('leads nowhere'))
    ensure(date.test(text(item, 'pubDate')), of('no date'))
    const enclosures = named(item, 'enclosure')
    ensure(enclosures.length < 2, of('two enclosures'))
    for (const { attribs } of enclosures) {
      ensure(isAddress(attribs.url), of('an enclosure without an address'))
      ensure(whole.test(attribs.length ?? ''), of('an enclosure without a length'))
      ensure(/^[a-z]+\/[\w.+-]+$/.test(attribs.type ?? ''), of('an enclosure without a type'))
    }
    for (const content of named(item, 'media:content')) ofContent(content, of)
  }

  function ofContent(content: Element, of: (fault: string) => string) {
    const { url, medium = '', type = '' } = content.attribs
    only(content, inContent)
    ensure(isAddress(url), of('a medium without an address'))
    ensure(media[medium as keyof typeof media]?.test(type) ?? false, of(`${type} as ${medium}`))
    for (const name of numbers)
      if (name in content.attribs) ensure(whole.test(content.attribs[name] ?? ''), of(`${name} is no number`))
    for (const { attribs } of named(content, 'media:thumbnail')) ensure(isAddress(attribs.url), of('a bad thumbnail'))
    for (const child of children(content))
      if (child.name !== 'media:thumbnail') ensure(DomUtils.textContent(child) !== '', of(`${child.name} is empty`))
  }
  return faults
}
