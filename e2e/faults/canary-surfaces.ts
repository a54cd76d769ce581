import type { Canary, Phase } from '../support/canary-words'
import { ask, type Told } from './canary-ask'
import { wordsIn } from './canary-finder'

/** Where readers meet a story, by name: the address, and by which of its words. */
const surfacesOf = ({ path, lists, words, paid }: Canary): [name: string, path: string, sign: string][] => {
  const [section = '', topic = '', byline = ''] = lists
  return [
    // There the words of the front stand over it.
    ['home', '/', words.onFront],
    ['section', section, words.headline],
    ['topic', topic, words.headline],
    ['byline', byline, words.headline],
    ['series', '/series/gates-in-parts', words.headline],
    ['feed', '/feed.xml', words.headline],
    ['sitemap', '/sitemap.xml', words.slug],
    ['sitemap file', '/sitemaps/1.xml', words.slug],
    ...(paid ? [] : [['news sitemap', '/news-sitemap.xml', words.slug] as [string, string, string]]),
    // Asked for by another word than the one that must be there: the answer says again what was asked.
    ['search', `/search?q=${words.body}`, words.headline],
    ['versions', `${path}/versions`, words.body],
  ]
}

/** What is not yet as it should be of a canary, by name; none when all is. */
export async function wrongWith(canary: Canary, phase: Phase, port: number): Promise<string[]> {
  const status = canary.status[phase]
  const page = await ask(port, { path: canary.path })
  const secret = Object.values(canary.words).filter((word) => word !== canary.words.slug)
  const wrong = await Promise.all(
    surfacesOf(canary).map(async ([name, path, sign]) => {
      const told = await ask(port, { path })
      return isRight(name, told, sign, status) ? [] : [name]
    }),
  )
  const update = canary.state.includes('update') ? [canary.words.planned] : []
  const isThere = page.status === status && wordsIn(page.text, update).length === update.length
  const shows = wordsIn(page.text, secret).length > 0
  const picture = await ask(port, { path: canary.picture.path })
  const isPictured = picture.status === (status === 200 ? 200 : 404)
  return [
    ...(isThere && shows === (status === 200) ? [] : [`the story (${page.status})`]),
    ...(isPictured ? [] : [`its picture (${picture.status})`]),
    ...wrong.flat(),
  ]
}

function isRight(name: string, { status, text }: Told, sign: string, of: 200 | 404 | 410): boolean {
  // A story of one version has nothing to compare.
  if (name === 'versions' && of === 200) return true
  const shown = wordsIn(text, [sign]).length > 0
  return of === 200 ? status === 200 && shown : !shown
}
