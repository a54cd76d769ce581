import sharp from 'sharp'

import type { OddPicture } from './sent-picture'

const [r, g, b] = [200, 100, 50]
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
const seeThrough = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r, g, b, alpha: 0.5 } } })
const as = (format: 'jpeg' | 'webp', width = 2560, height = 2560) => ({ width, height, format })

/** Pictures just within the limits of their kinds, which take as much memory as any: made in seconds, so for long runs. */
export const largePictures: OddPicture[] = [
  { name: '49 megapixels.jpg', bytes: () => plain(7000, 7000).jpeg().toBuffer(), picture: as('jpeg') },
  {
    name: '30 megapixels, progressive.jpg',
    bytes: () => plain(5470, 5470).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    picture: as('jpeg'),
  },
  {
    name: '49 megapixels of 16 bits.png',
    bytes: () => seeThrough(7000, 7000).toColourspace('rgb16').png({ compressionLevel: 1 }).toBuffer(),
    picture: as('webp'),
  },
  {
    name: '20 megapixels of 16 bits, interlaced.png',
    bytes: () =>
      seeThrough(4470, 4470).toColourspace('rgb16').png({ compressionLevel: 1, progressive: true }).toBuffer(),
    picture: as('webp'),
  },
  {
    name: '49 megapixels without loss.webp',
    bytes: () => plain(7000, 7000).webp({ lossless: true, effort: 0 }).toBuffer(),
    picture: as('webp'),
  },
  { name: '12 megapixels.avif', bytes: () => plain(3400, 3400).avif({ effort: 0 }).toBuffer(), picture: as('jpeg') },
  { name: '40 megapixels.gif', bytes: () => plain(6300, 6300).gif({ effort: 1 }).toBuffer(), picture: as('webp') },
]
