import { formatOf } from '#lib/site/time'

/** `12 November 2026, 08:41`: by the clock of who took it, as the file says it. @param takenAt ISO 8601, a day at least, or empty */
export function takenWords(takenAt: string): string {
  const at = new Date(`${takenAt.slice(0, 10)}T00:00Z`)
  if (Number.isNaN(at.getTime())) return takenAt
  const day = formatOf('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(at)
  return [day, takenAt.slice(11, 16)].filter(Boolean).join(', ')
}

const types: Record<string, string> = { webm: 'WebM', webp: 'WebP', ogg: 'Ogg', mpeg: 'MP3' }

/** `JPEG` for `image/jpeg`. */
export function typeWords(type: string): string {
  const short = type.replace(/^\w+\/(?:x-)?/, '')
  return types[short] ?? short.toUpperCase()
}
