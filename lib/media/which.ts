/** Brands of pictures in the container that films have, too. */
const pictures = ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'jxl ']

/**
 * Whether a file is to be read as a film or a sound; all else is read as a picture, which says what is wrong with it.
 * @param head its first 16 bytes, or all of it
 */
export function isClip(head: Uint8Array): boolean {
  const at = (from: number, to: number) => Buffer.from(head.subarray(from, to)).toString('latin1')
  if (['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].includes(at(4, 8))) return true
  if (at(4, 8) === 'ftyp') return !pictures.includes(at(8, 12))
  if (at(0, 4) === 'RIFF') return at(8, 12) !== 'WEBP'
  // A JPEG begins with 0xffd8, which is no beginning of a frame of sound.
  const frame = head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0
  return at(0, 4) === 'OggS' || at(0, 4) === '\x1aE\xdf\xa3' || at(0, 3) === 'ID3' || frame
}
