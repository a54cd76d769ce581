import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, relative, resolve } from 'node:path'

/** Maps read lately. Node itself would hold all of them for ever: a third of the server's memory. */
const known = new Map<string, SourceMap | undefined>()
const KEPT = 10_000

/** A frame's place in a built file: its path, line and column. */
const place = /(?:file:\/\/)?(\/[^\s():]+\.m?js):(\d+):(\d+)/g

/** The frames of a stack by the source's own names and lines, where a map lies beside the built file. */
export const toSources = (stack: string) =>
  stack.replace(place, (built: string, file: string, line: string, column: string) => {
    const found = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
    if (!found || !('originalSource' in found)) return built
    return `${nameOf(file, found.originalSource)}:${found.originalLine + 1}:${found.originalColumn + 1}`
  })

/** From the top of the tree, whichever program built it. */
function nameOf(file: string, source: string): string {
  const [, inProject] = /^turbopack:\/\/\/\[project\]\/(.+)$/.exec(source) ?? []
  return inProject ?? relative(process.cwd(), resolve(dirname(file), source.replace(/^file:\/\//, '')))
}

function mapOf(file: string): SourceMap | undefined {
  if (!known.size) setTimeout(() => known.clear(), KEPT).unref()
  if (!known.has(file)) known.set(file, readMap(`${file}.map`))
  return known.get(file)
}

function readMap(path: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // A package of somebody else's has none, and a broken one must not hide the error that is told.
    return undefined
  }
}
