/** A chunk of RIFF, padded to an even length; `says` is the length that it claims, where it lies. */
export function riffChunk(name: string, content: Buffer, says = content.length): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(says)
  return Buffer.concat([Buffer.from(name, 'latin1'), length, content, Buffer.alloc(content.length % 2)])
}

/** What `fmt ` says: kind 1 is PCM of whole numbers, 3 of floating ones. */
export function wavFormat({ kind = 1, channels = 1, rate = 8000, bits = 16 } = {}): Buffer {
  const format = Buffer.alloc(16)
  const block = (channels * bits) / 8
  for (const [at, value] of [
    [0, kind],
    [2, channels],
    [12, block],
    [14, bits],
  ] as const)
    format.writeUInt16LE(value, at)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * block, 8)
  return format
}

/** A tone of 400 Hz, 8,000 samples of 16 bits a second. */
export function pcm(seconds: number): Buffer {
  const sound = Buffer.alloc(Math.round(seconds * 8000) * 2)
  for (let at = 0; at < sound.length; at += 2)
    sound.writeInt16LE(Math.round(8000 * Math.sin((at / 2 / 20) * 2 * Math.PI)), at)
  return sound
}

/** A WAV file with these chunks; `says` is the length that it claims, where it lies. */
export function wavOf(chunks: Buffer[], says?: number): Buffer {
  const content = Buffer.concat([Buffer.from('WAVE'), ...chunks])
  return riffChunk('RIFF', content, says)
}
