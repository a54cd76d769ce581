import type { Zip } from '../zip'

const is = (bytes: Buffer, sign: string) => bytes.subarray(0, sign.length).toString('latin1') === sign

/** What a file is that is no archive, and so no Word file of today; undefined for an archive. */
export function notAnArchive(bytes: Buffer): string | undefined {
  if (is(bytes, 'PK\x03\x04')) return undefined
  if (bytes.length === 0) return 'This file is empty.'
  if (is(bytes, '\xd0\xcf\x11\xe0')) {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return locked
      ? 'This file is locked with a password. Save it without one, and drop that.'
      : 'This is an old Word file. Open it in Word, save it as .docx, and drop that.'
  }
  if (is(bytes, '%PDF')) return 'This is a PDF, not a Word file, whatever its name says.'
  if (is(bytes, '{\\rtf')) return 'This is rich text. Open it in Word, save it as .docx, and drop that.'
  return 'This is not a Word file.'
}

/** What an archive is, when it is no Word file; undefined when it is one. */
export function notWord(zip: Zip): string | undefined {
  if (zip.has('xl/workbook.xml')) return 'This is a workbook of Excel. Copy its cells, and paste them.'
  if (zip.has('ppt/presentation.xml')) return 'These are slides, not a text.'
  if (zip.has('mimetype')) return 'This is a LibreOffice file. Save it as .docx, and drop that.'
  return zip.has('[Content_Types].xml') && zip.has('_rels/.rels') ? undefined : 'This is not a Word file.'
}
