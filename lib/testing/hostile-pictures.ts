import { gzipSync } from 'node:zlib'

import sharp from 'sharp'

import {
  avifGrid,
  brand,
  jpegHead,
  jpegSegment,
  packedText,
  pngOf,
  webpHead,
  withScans,
  withSegments,
} from './picture-parts'
import { markup, type RefusedPicture } from './sent-picture'

const plain = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: '#c86432' } })
const noise = () =>
  sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><filter id="f"><feTurbulence/></filter>${markup}</svg>`
const other = /not one of JPEG, PNG, WebP, GIF, AVIF/

/** Files of a few kilobytes that would take seconds or gigabytes, files that are no pictures, and what is broken. */
export const hostilePictures: RefusedPicture[] = [
  { name: 'nothing.jpg', bytes: () => Buffer.alloc(0), refused: ['invalid', /empty/] },
  {
    name: 'random.jpg',
    bytes: () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)),
    refused: ['invalid', /not a picture/],
  },
  { name: 'text.png', bytes: () => Buffer.from(markup), refused: ['invalid', /not a picture/] },
  { name: 'an SVG.svg', bytes: () => Buffer.from(svg), refused: ['invalid', /SVG files cannot be used/] },
  {
    name: 'an SVG that is called PNG.png',
    bytes: () => Buffer.from(`\ufeff<!-- ${'x'.repeat(500)} -->${svg}`),
    refused: ['invalid', /SVG files cannot be used/],
  },
  { name: 'a packed SVG.svgz', bytes: () => gzipSync(svg), refused: ['invalid', /SVGZ/] },
  { name: 'a TIFF that is called JPEG.jpg', bytes: () => plain(20).tiff().toBuffer(), refused: ['invalid', other] },
  { name: 'a PDF.pdf', bytes: () => Buffer.from('%PDF-1.7\n'), refused: ['invalid', /a PDF, not one of/] },
  {
    name: 'a JPEG XL.jxl',
    bytes: () => Buffer.from('\0\0\0\x0cJXL \r\n\x87\n', 'latin1'),
    refused: ['invalid', /JPEG XL/],
  },
  { name: 'a Photoshop file.psd', bytes: () => Buffer.from('8BPS\0\x01'), refused: ['invalid', other] },
  { name: 'an archive.png', bytes: () => Buffer.from('PK\x03\x04'), refused: ['invalid', /archive/] },
  { name: 'a film.mp4', bytes: () => brand('isom', 'mp41'), refused: ['invalid', /film/] },
  {
    name: 'a phone’s HEIC.heic',
    bytes: () => brand('heic', 'mif1', 'heic'),
    refused: ['invalid', /Settings → Camera → Formats → Most Compatible/],
  },
  { name: 'a HEIC by its other name.jpg', bytes: () => brand('mif1', 'heic'), refused: ['invalid', /Most Compatible/] },

  {
    name: 'only the head of a JPEG.jpg',
    bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    refused: ['invalid', /damaged/],
  },
  {
    name: 'only the head of a PNG.png',
    bytes: () => pngOf({ width: 9, height: 9 }).subarray(0, 20),
    refused: ['invalid', /damaged/],
  },
  { name: 'only the head of a WebP.webp', bytes: () => webpHead(90, 60), refused: ['invalid', /damaged/] },
  { name: 'only the head of a GIF.gif', bytes: () => Buffer.from('GIF89a\x09'), refused: ['invalid', /damaged/] },
  { name: 'only the head of an AVIF.avif', bytes: () => brand('avif'), refused: ['invalid', /damaged/] },
  {
    name: 'an AVIF whose sizes lie outside.avif',
    bytes: () => half(avifGrid({ width: 9, height: 9, tiles: 1, tile: [9, 9] })),
    refused: ['invalid', /damaged/],
  },
  ...(['jpeg', 'png', 'webp', 'avif'] as const).map(
    (format): RefusedPicture => ({
      name: `half of one.${format}`,
      bytes: async () =>
        half(
          await noise()
            .toFormat(format, { effort: format === 'avif' ? 0 : undefined })
            .toBuffer(),
        ),
      refused: ['invalid', /damaged/],
    }),
  ),
  {
    name: 'a PNG with fewer rows than it says.png',
    bytes: () => pngOf({ width: 400, height: 400, rows: 3 }),
    refused: ['invalid', /damaged/],
  },
  { name: 'a JPEG without a size.jpg', bytes: () => jpegHead(0, 0, false), refused: ['invalid', /damaged/] },
  {
    name: 'a GIF that begins a comment.js',
    bytes: () => Buffer.from(`GIF89a/*${'x'.repeat(20)}*/=1;${markup}`),
    refused: ['too-large', /30840 pixels long/],
  },

  {
    name: '30,000 by 30,000.png',
    bytes: () => pngOf({ width: 30_000, height: 30_000, rows: 10 }),
    refused: ['too-large', /900 megapixels.*may have 50/],
  },
  {
    name: '10,000 by 10,000.png',
    bytes: () => pngOf({ width: 10_000, height: 10_000 }),
    refused: ['too-large', /100 megapixels.*may have 50/],
  },
  {
    name: '10,000 by 10,000.jpg',
    bytes: () => jpegHead(10_000, 10_000, false),
    refused: ['too-large', /100 megapixels/],
  },
  { name: '90 megapixels.webp', bytes: () => webpHead(10_000, 9000), refused: ['too-large', /90 megapixels/] },
  {
    name: '65,535 by 65,535.gif',
    bytes: () => Buffer.from('GIF89a\xff\xff\xff\xff\0\0\0', 'latin1'),
    refused: ['too-large', /65535 pixels long/],
  },
  {
    name: 'one line of 49 million.png',
    bytes: () => pngOf({ width: 49_000_000, height: 1 }),
    refused: ['too-large', /30000 on a side/],
  },
  {
    name: '49 megapixels.avif',
    bytes: () => avifGrid({ width: 7000, height: 7000, tiles: 1, tile: [7000, 7000] }),
    refused: ['too-large', /AVIF picture may have 12/],
  },
  {
    name: '49 megapixels, interlaced.png',
    bytes: () => pngOf({ width: 7000, height: 7000, depth: 16, interlaced: true, rows: 10 }),
    refused: ['too-large', /interlaced PNG may have 20/],
  },
  {
    name: '49 megapixels, progressive.jpg',
    bytes: () => jpegHead(7000, 7000, true),
    refused: ['too-large', /progressive.*30 megapixels/],
  },

  {
    name: '400 packed texts.png',
    bytes: () => pngOf({ width: 9, height: 9, more: Array<Buffer>(400).fill(packedText(7_000_000)) }),
    refused: ['too-large', /more than 8 MB beside the picture/],
  },
  {
    name: 'eight packed texts.png',
    bytes: () => pngOf({ width: 9, height: 9, more: Array<Buffer>(8).fill(packedText(7_000_000)) }),
    refused: ['too-large', /more than 8 MB beside the picture/],
  },
  {
    name: 'one long packed text.png',
    bytes: () => pngOf({ width: 9, height: 9, more: [packedText(300_000_000)] }),
    refused: ['too-large', /text of more than 256 kB/],
  },
  {
    name: 'an endless row of parts.png',
    bytes: () =>
      pngOf({
        width: 9,
        height: 9,
        more: Array<Buffer>(100_000).fill(Buffer.from('\0\0\0\0IDAT5\xafI\x1e', 'latin1')),
      }),
    refused: ['too-large', /parts/],
  },
  {
    name: '64 times one tile of 49 megapixels.avif',
    bytes: () => avifGrid({ width: 3000, height: 3000, tiles: 64, tile: [7000, 7000] }),
    refused: ['too-large', /tiles of this AVIF/],
  },
  {
    name: '10,000 tiles.avif',
    bytes: () => avifGrid({ width: 3000, height: 3000, tiles: 10_000, tile: [30, 30] }),
    refused: ['too-large', /tiles/],
  },
  {
    name: 'a picture made of itself.avif',
    bytes: () => avifGrid({ width: 90, height: 60, tiles: 2, tile: [90, 60], own: true }),
    refused: ['too-large', /tiles of this AVIF/],
  },
  {
    name: '5,000 scans.jpg',
    bytes: async () => withScans(await plain(2000).jpeg({ progressive: true }).toBuffer(), 5000),
    refused: ['too-large', /more than 64 scans/],
  },
  {
    name: '26 MB of metadata.jpg',
    bytes: async () =>
      withSegments(
        await plain(90).jpeg().toBuffer(),
        ...Array<Buffer>(400).fill(jpegSegment(0xe1, Buffer.alloc(65_000))),
      ),
    refused: ['too-large', /more than 8 MB beside the picture/],
  },
  {
    name: 'an endless row of comments.jpg',
    bytes: async () =>
      withSegments(await plain(90).jpeg().toBuffer(), ...Array<Buffer>(5000).fill(jpegSegment(0xfe, ''))),
    refused: ['too-large', /segments/],
  },
]
