const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text for an element or attribute; what XML 1.0 cannot carry at all is left out. */
export const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

/** `<name>text</name>`, or nothing for an empty text. */
export const element = (name: string, text: string) => (text ? `<${name}>${xml(text)}</${name}>` : '')
