/** `0:42`, `12:05`, `1:02:05`. @param seconds of a film or sound */
export function lengthOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const tail = `:${String(rest).padStart(2, '0')}`
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}${tail}` : `${minutes}${tail}`
}

/** `840 kB`, `8.2 MB`, `1.4 GB`, in steps of a thousand. */
export function weightOf(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size < 10 && unit !== 'kB' ? size.toFixed(1) : Math.max(1, Math.round(size)).toLocaleString('en-GB')} ${unit}`
}
