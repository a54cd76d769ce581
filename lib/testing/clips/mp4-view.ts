/** A box as plain bytes, apart from what the product reads films with. */
type Seen = { type: string; content: Buffer }

export function boxesOf(bytes: Buffer): Seen[] {
  const boxes: Seen[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at)
    const [head, length] = short === 1 ? [16, Number(bytes.readBigUInt64BE(at + 8))] : [8, short]
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + head, at + length) })
    if (length < head || at + length > bytes.length) throw new Error(`A box does not fit at ${at}.`)
    at += length
  }
  return boxes
}

export function inside(bytes: Buffer, ...path: string[]): Buffer {
  return path.reduce((outer, type) => {
    const found = boxesOf(outer).find((box) => box.type === type)
    if (!found) throw new Error(`No ${type}.`)
    return found.content
  }, bytes)
}

/** Each track's kind, length in seconds and samples, by its tables. */
export function tracksOf(file: Buffer): { kind: string; seconds: number; samples: Buffer[] }[] {
  return boxesOf(inside(file, 'moov'))
    .filter(({ type }) => type === 'trak')
    .map(({ content }) => {
      const mdhd = inside(content, 'mdia', 'mdhd')
      return {
        kind: inside(content, 'mdia', 'hdlr').toString('latin1', 8, 12),
        seconds: mdhd.readUInt32BE(16) / mdhd.readUInt32BE(12),
        samples: samplesOf(file, inside(content, 'mdia', 'minf', 'stbl')),
      }
    })
}

function samplesOf(file: Buffer, stbl: Buffer): Buffer[] {
  const table = boxesOf(stbl).find(({ type }) => type === 'stco' || type === 'co64')!
  const width = table.type === 'stco' ? 4 : 8
  const chunks = Array.from({ length: table.content.readUInt32BE(4) }, (_, index) =>
    Number(width === 4 ? table.content.readUInt32BE(8 + index * 4) : table.content.readBigUInt64BE(8 + index * 8)),
  )
  const [stsc, stsz] = [inside(stbl, 'stsc'), inside(stbl, 'stsz')]
  const runs = Array.from(
    { length: stsc.readUInt32BE(4) },
    (_, index) => [stsc.readUInt32BE(8 + index * 12), stsc.readUInt32BE(12 + index * 12)] as const,
  )
  const samples: Buffer[] = []
  for (const [index, offset] of chunks.entries()) {
    const count = runs.findLast(([first]) => first <= index + 1)![1]
    for (let at = offset, left = count; left > 0; left--) {
      const size = stsz.readUInt32BE(12 + samples.length * 4)
      samples.push(file.subarray(at, at + size))
      at += size
    }
  }
  return samples
}
