/** One caption: from when to when, in milliseconds; its place on the screen as WebVTT writes it, and its text in tags of ours. */
export type Cue = { start: number; end: number; settings: string; text: string }

const time = /^(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})$/

/** In milliseconds; undefined for what is no time. */
export function timeOf(text: string): number | undefined {
  const [, hours = '0', minutes, seconds, rest] = time.exec(text) ?? []
  if (!minutes) return undefined
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest)
}

export function clock(milliseconds: number): string {
  const part = (unit: number, size: number, width = 2) =>
    String(Math.floor(milliseconds / unit) % size).padStart(width, '0')
  const hours = String(Math.floor(milliseconds / 3_600_000)).padStart(2, '0')
  return `${hours}:${part(60_000, 60)}:${part(1000, 60)}.${part(1, 1000, 3)}`
}

const percent = '(?:100|\\d{1,2})(?:\\.\\d{1,6})?%'
const known = [
  /^vertical:(?:rl|lr)$/,
  new RegExp(`^line:(?:-?\\d{1,4}|${percent})(?:,(?:start|center|end))?$`),
  new RegExp(`^position:${percent}(?:,(?:line-left|center|line-right))?$`),
  new RegExp(`^size:${percent}$`),
  /^align:(?:start|center|end|left|right)$/,
]

/** Of what stands behind a cue's times, what players know; regions are gone, and so are their names. */
export const settingsOf = (text: string) =>
  text
    .split(/[ \t]+/)
    .filter((word) => known.some((setting) => setting.test(word)))
    .join(' ')
