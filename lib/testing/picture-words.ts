import sharp from 'sharp'

import { jpegSegment, withSegments } from './picture-parts'

const dataset = (record: number, number: number, value: Buffer) =>
  Buffer.concat([Buffer.from([0x1c, record, number, value.length >> 8, value.length & 0xff]), value])

/** IPTC's fields by number, as programs of agencies write them: in UTF-8, and saying so. */
export function iptcSegment(fields: [number: number, text: string][]): Buffer {
  const records = Buffer.concat([
    dataset(1, 90, Buffer.from('\x1b%G')),
    ...fields.map(([number, text]) => dataset(2, number, Buffer.from(text))),
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(records.length)
  const even = Buffer.alloc(records.length % 2)
  return jpegSegment(
    0xed,
    Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), length, records, even]),
  )
}

/** @param inside elements of the description @param attributes of it */
export const xmpOf = (inside: string, attributes = '') =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
export const xmpSegment = (text: string) => jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${text}`)

type Words = { exif?: Record<string, string>; camera?: Record<string, string>; segments?: Buffer[] }

/** A JPEG that was taken at a known place and says so, with these words in its EXIF and these segments. */
export async function spokenFor({ exif = {}, camera = {}, segments = [] }: Words): Promise<Buffer> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c86432' } })
    .withExif({ IFD0: exif, IFD2: camera, IFD3: { GPSLatitude: '51/1 28/1 38/1', GPSLatitudeRef: 'N' } })
    .jpeg()
  return withSegments(await picture.toBuffer(), ...segments)
}
