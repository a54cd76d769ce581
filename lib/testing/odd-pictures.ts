import sharp, { type Sharp } from 'sharp'

import { jpegSegment, packedText, pngChunk, withSegments } from './picture-parts'
import { xmpOf, xmpSegment } from './picture-words'
import { markup, type OddPicture } from './sent-picture'
import { zipOf } from './zip'

const colour: [number, number, number] = [200, 100, 50]
const [r, g, b] = colour
const plain = (width = 90, height = 60): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
const jpeg = () => plain().jpeg().toBuffer()
const png = () => plain().png().toBuffer()

/** Two frames, the first in our colour. */
const frames = (width = 90, height = 60) =>
  sharp(
    Buffer.concat([0, 1].map((frame) => Buffer.alloc(width * height * 3, Buffer.from(frame ? [0, 0, 255] : colour)))),
    {
      raw: { width, height: height * 2, channels: 3, pageHeight: height },
    },
  )

const withXmp = async (text: string) => withSegments(await jpeg(), xmpSegment(text))

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
  .join('')}]>`

const chunksAfterHead = async (...chunks: Buffer[]) => {
  const file = await png()
  return Buffer.concat([file.subarray(0, 33), ...chunks, file.subarray(33)])
}

const as = (format: 'jpeg' | 'webp', width = 90, height = 60) => ({ width, height, format, colour })

/** Files that are odd and no danger; each becomes a right picture, without whatever else was in it. */
export const oddPictures: OddPicture[] = [
  { name: 'a plain JPEG.jpg', bytes: jpeg, picture: as('jpeg') },
  { name: 'a WebP that is called JPEG.jpg', bytes: () => plain().webp().toBuffer(), picture: as('webp') },
  { name: 'an AVIF.avif', bytes: () => plain().avif({ effort: 0 }).toBuffer(), picture: as('jpeg') },
  {
    name: 'a JPEG with a page behind it.html',
    bytes: async () => Buffer.concat([await jpeg(), Buffer.from(markup)]),
    picture: as('jpeg'),
  },
  {
    name: 'a JPEG with a page in a comment.jpg',
    bytes: async () => withSegments(await jpeg(), jpegSegment(0xfe, markup)),
    picture: as('jpeg'),
  },
  {
    name: 'a JPEG with an archive behind it.jpg',
    bytes: async () => Buffer.concat([await jpeg(), zipOf([{ name: 'a.html', content: markup }])]),
    picture: as('jpeg'),
  },
  {
    name: 'a PNG with a page in a text.png',
    bytes: () => chunksAfterHead(pngChunk('tEXt', Buffer.from(`Comment\0${markup}`))),
    picture: as('webp'),
  },
  {
    name: 'a PNG with eight packed texts.png',
    bytes: () => chunksAfterHead(...Array<Buffer>(8).fill(packedText(900_000))),
    picture: as('webp'),
  },
  {
    name: 'a GIF that is a script.js',
    // Its width and height are the signs that begin a comment; what is behind its end closes it.
    bytes: async () => {
      const gif = await plain(47, 42).gif().toBuffer()
      return Buffer.concat([gif, Buffer.from(`*/=1;${markup}`)])
    },
    picture: as('webp', 47, 42),
  },
  { name: 'an animated GIF.gif', bytes: () => frames().gif().toBuffer(), picture: as('webp') },
  { name: 'an animated WebP.webp', bytes: () => frames().webp({ lossless: true }).toBuffer(), picture: as('webp') },
  {
    name: 'CMYK without a profile.jpg',
    bytes: () => plain().toColourspace('cmyk').jpeg().toBuffer(),
    picture: as('jpeg'),
  },
  {
    name: 'CMYK with a profile.jpg',
    bytes: () => plain().withIccProfile('cmyk').jpeg().toBuffer(),
    picture: as('jpeg'),
  },
  {
    name: 'a wide gamut.jpg',
    bytes: () => plain().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
    picture: as('jpeg'),
  },
  { name: '16 bits.png', bytes: () => plain().toColourspace('rgb16').png().toBuffer(), picture: as('webp') },
  {
    name: 'grey.jpg',
    bytes: () => plain().toColourspace('b-w').jpeg().toBuffer(),
    picture: { ...as('jpeg'), colour: [124, 124, 124] },
  },
  { name: 'a palette.png', bytes: () => plain().png({ palette: true }).toBuffer(), picture: as('webp') },
  { name: 'interlaced.png', bytes: () => plain().png({ progressive: true }).toBuffer(), picture: as('webp') },
  {
    name: 'half see-through.png',
    bytes: () => plain().ensureAlpha(0.5).png().toBuffer(),
    picture: { ...as('webp'), colour: [228, 178, 153] },
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (orientation): OddPicture => ({
      name: `turned the ${orientation}. way.jpg`,
      bytes: () => plain().withMetadata({ orientation }).jpeg().toBuffer(),
      picture: orientation < 5 ? as('jpeg') : as('jpeg', 60, 90),
    }),
  ),
  {
    name: 'progressive.jpg',
    bytes: () => plain(800, 600).jpeg({ progressive: true }).toBuffer(),
    picture: as('jpeg', 800, 600),
  },
  {
    name: 'XMP with entities that multiply.jpg',
    bytes: () => withXmp(laughs + xmpOf('<dc:description>&j;</dc:description>')),
    picture: as('jpeg'),
  },
  {
    name: 'XMP with names of objects.jpg',
    bytes: () =>
      withXmp(xmpOf('<dc:__proto__><dc:polluted>yes</dc:polluted></dc:__proto__><dc:constructor>x</dc:constructor>')),
    picture: as('jpeg'),
  },
  { name: 'XMP that is never closed.jpg', bytes: () => withXmp(xmpOf('<dc:a>'.repeat(5000))), picture: as('jpeg') },
  { name: 'one pixel.png', bytes: () => plain(1, 1).png().toBuffer(), picture: as('jpeg', 1, 1) },
  { name: 'a line.jpg', bytes: () => plain(9000, 3).jpeg().toBuffer(), picture: as('jpeg', 2560, 1) },
]
