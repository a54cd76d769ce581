import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import type { Figure } from '../support/long-run'
import { startServer } from '../support/server'
import { pages } from '../support/site-pages'

type Message = { url: string; message: string; extract?: string }

/** What the checker says although it is right as it is; each by the checker's whole sentence. */
const excused = [
  // A remark, no error: React closes void elements so, and quotes all values.
  'Trailing slash on void elements has no effect and interacts badly with unquoted attribute values.',
]

/** What the W3C's own checker finds in every kind of page; it runs on Java, and is left out where there is none. */
export async function vnu(): Promise<Figure[]> {
  const figure = { name: 'the W3C’s HTML checker', goal: 'no finding' }
  if (spawnSync('java', ['-version']).error) return [{ ...figure, value: 'left out: there is no java', holds: true }]
  const server = await startServer({ demo: true })
  try {
    const read = async (path: string) => (await fetch(server.baseUrl + path)).text()
    const found = check(await Promise.all(pages.map(async ([path]) => [path, await read(path)] as const)))
    return [{ ...figure, value: found.join('; ') || `none in ${pages.length} pages`, holds: found.length === 0 }]
  } finally {
    await server.stop()
  }
}

/** @returns a line for each finding, its page's path first */
export function check(documents: (readonly [path: string, html: string])[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'stet-vnu-'))
  try {
    for (const [i, [, html]] of documents.entries()) writeFileSync(join(folder, `${i}.html`), html)
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
    const args = ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', folder]
    const { stdout } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    const { messages } = JSON.parse(stdout) as { messages: Message[] }
    const pathOf = (url: string) => documents[Number.parseInt(basename(url), 10)]?.[0]
    return messages
      .filter(({ message }) => !excused.includes(message))
      .map(({ url, message, extract = '' }) => `${pathOf(url)}: ${message} (${extract})`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
