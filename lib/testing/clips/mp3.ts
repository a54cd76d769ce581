/** A silent frame of MPEG-1 Layer III, 128 kbit and 44,100 samples a second, mono: 417 bytes, 1152 samples. */
export function mp3Frame(fill = 0): Buffer {
  const frame = Buffer.alloc(417, fill)
  // Side information of zeros says that nothing follows; what follows is filling.
  frame.fill(0, 4, 21)
  frame.writeUInt32BE(0xfffb90c4)
  return frame
}

/** A first frame that says how many follow, as LAME writes it. */
export function mp3Table(frames: number, says = 'Info'): Buffer {
  const frame = mp3Frame()
  frame.write(says, 21, 'latin1')
  frame.writeUInt32BE(1, 25)
  frame.writeUInt32BE(frames, 29)
  frame.write('LAME3.100', 141, 'latin1')
  return frame
}

export const mp3Frames = (count: number) => Array.from({ length: count }, (_, index) => mp3Frame(index % 251))

function synchsafe(value: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (value >> shift) & 127))
}

/** A tag of ID3v2.4 with these texts; with `footer`, as it stands at an end. */
export function id3(
  texts: Record<string, string>,
  { footer = false, says = undefined as number | undefined } = {},
): Buffer {
  const frames = Object.entries(texts).map(([name, text]) => {
    const content = Buffer.from(name === 'COMM' ? `\x03eng\0${text}` : `\x03${text}`)
    return Buffer.concat([Buffer.from(name), synchsafe(content.length), Buffer.alloc(2), content])
  })
  const content = Buffer.concat(frames)
  const head = (sign: string) =>
    Buffer.concat([Buffer.from(`${sign}\x04\0${footer ? '\x10' : '\0'}`), synchsafe(says ?? content.length)])
  return Buffer.concat([head('ID3'), content, ...(footer ? [head('3DI')] : [])])
}

export const id3v1 = (title: string) => Buffer.concat([Buffer.from('TAG'), Buffer.from(title.padEnd(125, '\0'))])

/** A tag of APE with one text, its footer and its header. */
export function ape(text: string): Buffer {
  const item = Buffer.concat([Buffer.alloc(8), Buffer.from(`Title\0${text}`)])
  item.writeUInt32LE(text.length)
  const end = (header: boolean) => {
    const bytes = Buffer.alloc(32)
    bytes.write('APETAGEX')
    bytes.writeUInt32LE(2000, 8)
    bytes.writeUInt32LE(item.length + 32, 12)
    bytes.writeUInt32LE(1, 16)
    bytes.writeUInt32LE(header ? 0xa0000000 : 0x80000000, 20)
    return bytes
  }
  return Buffer.concat([end(true), item, end(false)])
}

export function lyrics3(text: string): Buffer {
  const content = `LYRICSBEGINLYR${String(text.length).padStart(5, '0')}${text}`
  return Buffer.from(`${content}${String(content.length).padStart(6, '0')}LYRICS200`)
}
