/** A file's bytes as text: by its first bytes, by what a page says of itself, as UTF-8, or as Windows wrote it. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  const said = /<meta[^>]+charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1]
  for (const name of ['utf-8', said, 'windows-1252']) {
    try {
      if (name) return new TextDecoder(name, { fatal: name !== 'windows-1252' }).decode(bytes)
    } catch {
      // Not in this one, or one that nobody knows: the next.
    }
  }
  return head
}
