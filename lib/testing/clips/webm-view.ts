type Seen = { id: number; at: number; content: Buffer }

/** Elements with sizes of one or eight bytes, apart from what the product reads films with. */
export function elementsOf(bytes: Buffer, from = 0): Seen[] {
  const elements: Seen[] = []
  for (let at = from; at < bytes.length; ) {
    const length = [0x80, 0x40, 0x20, 0x10].findIndex((bit) => bytes[at]! & bit) + 1
    const short = bytes[at + length]! & 0x80
    const start = at + length + (short ? 1 : 8)
    const open = !short && bytes.readUIntBE(at + length + 1, 6) === 2 ** 48 - 1
    const size = short ? bytes[at + length]! & 127 : bytes.readUInt32BE(at + length + 4)
    const end = open ? bytes.length : start + size
    if (length === 0 || end > bytes.length) throw new Error(`An element does not fit at ${at}.`)
    elements.push({ id: bytes.readUIntBE(at, length), at, content: bytes.subarray(start, end) })
    at = end
  }
  return elements
}

export const segmentOf = (bytes: Buffer) => elementsOf(bytes).find(({ id }) => id === 0x18538067)!.content

/** Each block of these tracks, its cluster's time in front. */
export function blocksOf(bytes: Buffer, tracks: number[]): string[] {
  return elementsOf(segmentOf(bytes))
    .filter(({ id }) => id === 0x1f43b675)
    .flatMap(({ content }) => {
      const parts = elementsOf(content)
      const time = parts.find(({ id }) => id === 0xe7)!.content.readUInt32BE()
      const blocks = parts.flatMap((part) =>
        part.id === 0xa3 ? [part] : part.id === 0xa0 ? elementsOf(part.content).filter(({ id }) => id === 0xa1) : [],
      )
      return blocks
        .filter((one) => tracks.includes(one.content[0]! & 127))
        .map((one) => `${time} ${one.content.toString('latin1')}`)
    })
}

/** What stands where the cues say that clusters are: their ids. */
export function cuedOf(bytes: Buffer): number[] {
  const segment = segmentOf(bytes)
  const cues = elementsOf(segment).find(({ id }) => id === 0x1c53bb6b)!
  const inside = (content: Buffer, wanted: number) => elementsOf(content).filter(({ id }) => id === wanted)
  return inside(cues.content, 0xbb).flatMap((point) =>
    inside(point.content, 0xb7).map(({ content }) =>
      segment.readUInt32BE(inside(content, 0xf1)[0]!.content.readUInt32BE()),
    ),
  )
}
