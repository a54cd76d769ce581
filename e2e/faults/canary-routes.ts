import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { workerPath } from '#lib/device/kept-pages'
import { reservedSlugs } from '#lib/story/slug'

/** Files of Next's by which an address is answered. */
const answers = /^(page|route|opengraph-image|twitter-image|icon|apple-icon|sitemap|robots|manifest)\.[jt]sx?$/

/**
 * Addresses that the folders of `app/` make, as Next reads them: `/[place]/[slug]`. A route that is added is among them.
 * @param app where the folders are
 */
export function routesIn(app: string): string[] {
  const found = new Set<string>()
  const walk = (folder: string, address: string) => {
    for (const one of readdirSync(folder, { withFileTypes: true })) {
      // Groups and private folders are no part of an address.
      const part = /^[(_@]/.test(one.name) ? '' : `/${one.name}`
      if (one.isDirectory()) walk(join(folder, one.name), address + part)
      else if (/^(page|route)\./.test(one.name) && answers.test(one.name)) found.add(address || '/')
      else if (answers.test(one.name)) found.add(`${address}/${one.name.replace(/\.\w+$/, '')}`)
    }
  }
  walk(app, '')
  return [...found].sort()
}

/** Addresses that a route takes, each part that is free said by each of the words. */
export function filled(route: string, words: readonly string[]): string[] {
  const [, part] = /\[+([^\]]+)\]+/.exec(route) ?? []
  if (!part) return [route]
  const said = part.startsWith('...') ? [...words, ...words.map((word) => `${word}/${word}`)] : words
  return said.flatMap((word) => filled(route.replace(/\[+[^\]]+\]+/, word), words))
}

/** What our own server answers before any route is looked for. */
const served = ['/api/health', '/api/csp-report', '/collab', workerPath]

/** Words that the edge and the server take for places of their own, with a page behind them or none. */
export const places = [...[...reservedSlugs].map((word) => `/${word}`), ...served]

/** Files that readers may fetch. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => `/${file}`)
