import { readFileSync } from 'node:fs'

import type { Figure } from '../support/long-run'

export type Entry = {
  version?: string
  license?: string
  engines?: { node?: string }
  resolved?: string
  link?: boolean
}

/** The packages of a lock file, by its own words; the project itself is none. */
export type Lock = { packages: Record<string, Entry> }

const packagesOf = ({ packages }: Lock) =>
  Object.entries(packages)
    .filter(([path, entry]) => path && !entry.link)
    .map(([path, entry]) => ({ name: `${path.split('node_modules/').at(-1)}@${entry.version}`, ...entry }))

const ours = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** Licences that let the product be used and passed on by anybody, as `a OR b` and `(a AND b)` are spelt in the lock. */
const permissive =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|CC0-1\.0|CC-BY-4\.0|CC-BY-3\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|Zlib|WTFPL|OFL-1\.1)$/

/** Weak copyleft, each as a library of its own that is not changed: named here because each was looked at. */
const looked: Record<string, string> = {
  'LGPL-3.0-or-later': 'libvips, beside sharp',
  'MPL-2.0': 'lightningcss and axe-core, tools of the build and the tests; exifreader, unchanged',
}

/** Packages that name no licence in the lock's way, and the one that stands in their files. */
const inTheirFiles: Record<string, string> = {
  'parse-cache-control@1.0.1': 'BSD-3-Clause',
  'duck@0.1.12': 'BSD-2-Clause',
  'combine-errors@3.0.3': 'MIT',
  'busboy@0.3.1': 'MIT',
  'dicer@0.3.0': 'MIT',
  'streamsearch@0.1.2': 'MIT',
  'humanize-number@0.0.2': 'MIT',
  'only@0.0.2': 'MIT',
}

const parts = (licence: string) => licence.replace(/[()]/g, '').split(/\s+(?:AND|WITH)\s+/)

/** Of licences to choose from one will do. */
const isFine = (licence: string) =>
  parts(licence).every((part) => part.split(/\s+OR\s+/).some((one) => permissive.test(one) || looked[one]))

/** Every package of the lock file may be used and passed on. */
export async function licences(lock = ours()): Promise<Figure[]> {
  const all = packagesOf(lock)
  const odd = all.filter(({ name, license }) => !isFine(inTheirFiles[name] ?? license ?? 'none'))
  return [
    {
      name: 'licences',
      value: odd.length ? odd.map(({ name, license }) => `${name} ${license}`).join(', ') : `${all.length} packages`,
      goal: 'all permissive, or looked at',
      holds: odd.length === 0,
    },
  ]
}

/** Declares Node ≥ 22, but ran on 20 in every test; the kill tests run it there. */
const excepted = ['@hocuspocus/server']

/** Every package accepts Node 20.19, and none has a download address in the lock. */
export async function engines(lock = ours()): Promise<Figure[]> {
  const all = packagesOf(lock)
  const refusing = all.filter(
    ({ name, engines }) => !excepted.some((one) => name.startsWith(`${one}@`)) && !accepts(engines?.node ?? '*'),
  )
  const addressed = all.filter(({ resolved }) => resolved)
  return [
    {
      name: 'engines',
      value: refusing.map(({ name, engines }) => `${name} ${engines?.node}`).join(', ') || 'all accept Node 20.19',
      goal: 'all accept Node 20.19, but the one exception',
      holds: refusing.length === 0,
    },
    {
      name: 'addresses in the lock file',
      value: String(addressed.length),
      goal: '0',
      holds: addressed.length === 0,
    },
  ]
}

/** Whether a range of versions holds 20.19.0; understands what engines are written in: `>=`, `^`, `||`, `x`, `-`. */
export function accepts(range: string, version = [20, 19, 0]): boolean {
  return range.split('||').some((part) =>
    part
      .replace(/([<>=^~]+)\s+/g, '$1')
      .trim()
      .split(/\s+/)
      .every((one) => holds(one, version)),
  )
}

function holds(comparator: string, version: number[]): boolean {
  const [, sign = '', text = ''] = /^([<>=^~]*)v?(.*)$/.exec(comparator) ?? []
  if (!text || /^[*x]/.test(text)) return true
  const given = text.split(/[.-]/).map(Number)
  const wanted = [given[0] || 0, given[1] || 0, given[2] || 0]
  const order = wanted.map((part, i) => (version[i] ?? 0) - part).find((difference) => difference !== 0) ?? 0
  if (sign === '>=') return order >= 0
  if (sign === '>') return order > 0
  if (sign === '<') return order < 0
  if (sign === '<=') return order <= 0
  if (sign === '^') return order >= 0 && version[0] === wanted[0]
  if (sign === '~') return order >= 0 && version[0] === wanted[0] && version[1] === wanted[1]
  return given.every((part, i) => Number.isNaN(part) || part === version[i])
}
