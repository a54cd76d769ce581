import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** A body as it was before it was packed for the way. */
export function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (!body.length) return body
  if (encoding === 'br') return brotliDecompressSync(body)
  if (encoding === 'gzip') return gunzipSync(body)
  return encoding === 'deflate' ? inflateSync(body) : body
}

/** Those of the words that a text holds, in whatever writing a browser, a crawler or a person would read them. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const all = readings(text)
  return words.filter((word) => all.some((reading) => reading.includes(word)))
}

/** Each a way of reading the text, in lower case. */
function readings(text: string): string[] {
  const said = unescaped(text)
  const plain = said.toLowerCase()
  // A hit of a search may be marked in the midst of a word.
  const bare = plain.replace(/<[^>]*>/g, '')
  return [plain, bare, ...packed(said)]
}

const escapes: [RegExp, (found: string) => string][] = [
  [/(?:%[0-9a-f]{2})+/gi, (found) => Buffer.from(found.replaceAll('%', ''), 'hex').toString()],
  [/&#x0*([0-9a-f]{2,6});/gi, (found) => String.fromCodePoint(Number.parseInt(found.slice(3), 16) % 0x110000)],
  [/&#0*(\d{2,6});/g, (found) => String.fromCodePoint(Number.parseInt(found.slice(2), 10) % 0x110000)],
  [/\\u00[0-9a-f]{2}|\\x[0-9a-f]{2}/gi, (found) => String.fromCharCode(Number.parseInt(found.slice(-2), 16))],
  // Soft hyphens, zero widths and joiners are seen by nobody.
  [/[\u00ad\u200b-\u200d\u2060\ufeff]|&shy;|&zwnj;|&ZeroWidthSpace;|<wbr>/g, () => ''],
]

/** Escapes within escapes, too, as in an address within JSON within HTML. */
export function unescaped(text: string): string {
  let said = text
  for (let turn = 0; turn < 3; turn += 1) {
    const before = said
    for (const [written, read] of escapes) said = said.replace(written, read)
    if (said === before) break
  }
  return said
}

/** What runs of base64 and of hexadecimal say, wherever in the run it begins. */
function packed(text: string): string[] {
  const runs = text.match(/[\w+/-]{12,}/g) ?? []
  return runs.flatMap((run) => {
    const from64 = [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('latin1').toLowerCase())
    const from16 = /^[0-9a-f]+$/i.test(run) ? [Buffer.from(run, 'hex').toString('latin1').toLowerCase()] : []
    return [...from64, ...from16]
  })
}
