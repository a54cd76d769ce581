/** How files begin that people take for pictures, or that are no picture at all. */
const kinds: [sign: RegExp, name: string][] = [
  [/^(II\*\0|MM\0\*|II\+\0|MM\0\+)/, 'a TIFF or raw file'],
  [/^%PDF/, 'a PDF'],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, 'a JPEG XL file'],
  [/^(\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, 'a JPEG 2000 file'],
  [/^8BPS/, 'a Photoshop file'],
  [/^BM/, 'a bitmap (BMP)'],
  [/^\0\0[\x01\x02]\0/, 'an icon (ICO)'],
  [/^PK\x03\x04/, 'an archive (ZIP)'],
  [/^\x1f\x8b/, 'a packed file (gzip or SVGZ)'],
  [/^(RIFF|\x1aE\xdf\xa3|OggS|ID3|fLaC)/, 'a film or a sound'],
]

/** What a file is that is none of the pictures we take, for whoever sent it. @param head its first bytes */
export function otherFile(head: Buffer): string {
  const sign = head.toString('latin1')
  if (/<svg[\s>:]|<!DOCTYPE svg/i.test(sign))
    return 'SVG files cannot be used: they may hold programs. Export it as PNG, and send that.'
  const [, name] = kinds.find(([pattern]) => pattern.test(sign)) ?? []
  return name
    ? `This is ${name}, not one of JPEG, PNG, WebP, GIF, AVIF.`
    : 'This is not a picture: send JPEG, PNG, WebP, GIF or AVIF.'
}
