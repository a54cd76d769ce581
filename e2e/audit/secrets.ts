import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import type { Figure } from '../support/long-run'

/** What keys and passwords look like where they are real. */
const shapes: [name: string, shape: RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['an AWS key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/],
  [
    'a password in an address',
    /\b(?:postgres(?:ql)?|https?|smtps?|redis):\/\/[^\s:@/'"`]+:[^\s:@/'"`$]{6,}@(?!host\b)/,
  ],
  ['a secret set', /^(?:AUTH_SECRET|STET_ADMIN_PASSWORD)=\S+/m],
]

/** @returns what of the shapes a text holds */
export const findSecrets = (text: string) => shapes.filter(([, shape]) => shape.test(text)).map(([name]) => name)

/** Nothing of the kind is in any file that git keeps. */
export async function secrets(): Promise<Figure[]> {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  const found = files.flatMap((file) => findSecrets(readFileSync(file, 'latin1')).map((what) => `${what} in ${file}`))
  return [
    {
      name: 'secrets in the tree',
      value: found.join(', ') || `none in ${files.length} files`,
      goal: 'none',
      holds: found.length === 0,
    },
  ]
}
