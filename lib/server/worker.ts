import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'

/** The name of Next's build that is served; undefined where none was made. */
export function readBuild(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, '.next/BUILD_ID'), 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * The desk's service worker, with its build's name: the browser takes over another one when the text differs.
 * @returns what answers a request for it
 */
export function makeWorker(folder: string, build: string): (res: ServerResponse) => void {
  const text = `// ${build}\n${readFileSync(join(folder, 'public/desk-worker.js'), 'utf8')}`
  return (res) => {
    res.writeHead(200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // It answers for `/desk` itself, too, which is above where it stands.
      'Service-Worker-Allowed': '/desk',
      'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
    })
    res.end(text)
  }
}
