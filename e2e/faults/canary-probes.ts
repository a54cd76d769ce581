import type { Canary } from '../support/canary-words'
import { filesIn, filled, places, routesIn } from './canary-routes'
import { type Probe, twists } from './canary-twists'

const routes = routesIn('app')
const files = filesIn('public')

/** A question about a canary. `about`: the word by which its address differs from one of a story that never was. */
export type Question = Probe & { canary: Canary }

/** Where drafts of the home front and of a menu are made and looked at, and drafts of pages listed. */
const drafts = ['/desk/fronts/home', '/preview/fronts/home', '/desk/menus/footer', '/desk/pages']

/** Its own addresses, the searches for its words: each is asked in every way. */
export function nearest(canary: Canary): Question[] {
  const { path, id, picture, words } = canary
  const library = [picture.path, `/api/media/${picture.id}/thumb-640`, `/desk/media/${picture.id}`]
  const own = [
    path,
    `${path}/versions`,
    `/desk/stories/${id}`,
    `/preview/${id}`,
    `/${words.onPage}`,
    ...drafts,
    ...library,
  ]
  const searches = Object.values(words).map((word) => `/search?q=${word}`)
  return [
    ...own.flatMap((one) => twists.map((twist) => twist(one, words.headline))),
    ...searches.map((one) => ({ path: one })),
    ...['HEAD', 'OPTIONS'].map((method) => ({ path: `/search?q=${words.body}`, method })),
  ].map((probe) => ({ ...probe, canary }))
}

/** Every route of the product and every word that its server knows, with the canary's words in it: plainly. */
export function farther(canary: Canary): Question[] {
  const { words, id, picture, section } = canary
  const said = [words.slug, id, picture.id, words.headline, section]
  const addresses = [
    ...routes.flatMap((route) => filled(route, said)),
    ...places.flatMap((place) => [place, `${place}/${words.slug}`, `${place}/${id}`]),
    ...files,
  ]
  return addresses.map((path) => ({ path, canary }))
}

/** Any route in any way. @param turn by which they go round all of them, sooner or later */
export function anyOf(canary: Canary, turn: number): Question {
  const all = farther(canary)
  const { path } = all[(turn * 7919) % all.length]!
  const twist = twists[turn % twists.length]!
  const values = Object.values(canary.words)
  return { ...twist(path, values[turn % values.length]!), canary }
}
