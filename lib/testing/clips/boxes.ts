type Part = Buffer | string | readonly number[]

/** Numbers of so many bytes each, the largest first. */
export function be(width: 1 | 2 | 4 | 8, ...values: number[]): Buffer {
  const bytes = Buffer.alloc(width * values.length)
  for (const [index, value] of values.entries())
    if (width === 8) bytes.writeBigUInt64BE(BigInt(value), index * 8)
    else bytes.writeUIntBE(value, index * width, width)
  return bytes
}

const joined = (parts: Part[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

/** A box of ISO 14496-12; `full` ones begin with a version and flags. */
export function box(type: string, ...parts: Part[]): Buffer {
  const content = joined(parts)
  return Buffer.concat([be(4, content.length + 8), Buffer.from(type, 'latin1'), content])
}

export const full = (type: string, flags: number, ...parts: Part[]) => box(type, be(4, flags), ...parts)
