import { xml } from '#lib/site/feeds/xml'

const rights = (text: string) =>
  `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></dc:rights>`

/** Credit and copyright as files carry them; undefined without either. XMP, as EXIF holds no other letters than ASCII's. */
export function creditXmp({ credit, copyright }: { credit?: string; copyright?: string }): string | undefined {
  if (!credit && !copyright) return undefined
  const attribute = credit ? ` photoshop:Credit="${xml(credit)}"` : ''
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"${attribute}>${copyright ? rights(copyright) : ''}</rdf:Description></rdf:RDF></x:xmpmeta>`
}
