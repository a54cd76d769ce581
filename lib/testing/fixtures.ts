import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Real input that is not part of the repository; tests that need it fall back on texts of ours. */
const folder = process.env.STET_FIXTURES ?? '../shared/fixtures'

/** A fixture's text; undefined where there is none. */
export function fixture(path: string): string | undefined {
  const file = join(folder, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Where a fixture would be. */
export const fixturePath = (path: string) => join(folder, path)
