import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { compile } from 'tailwindcss'
import { expect, test } from 'vitest'

const folder = join(process.cwd(), 'lib/site/view/styles')
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
const own = sheets.flatMap((name) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(
    ([, found]) => found ?? '',
  ),
)

test('what Tailwind would make of a class of the pages’ own is kept out of their stylesheet', async () => {
  const { build } = await compile('@tailwind utilities;')
  const made = build([...new Set(own)])
  const both = own.filter((name) => made.includes(`.${name} {`))
  expect(both).toContain('table')
  const site = readFileSync(join(process.cwd(), 'app/(site)/site.css'), 'utf8')
  const kept = /@source not inline\("\{([^}]+)\}"\)/.exec(site)?.[1]?.split(',') ?? []
  expect(both.filter((name) => !kept.includes(name))).toEqual([])
})
