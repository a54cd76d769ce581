/** Times as readers see them: in the paper's zone and language, 24 hours. */
export type Clock = { zone: string; language: string }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept, as making one costs some 150 µs, fifteen times its use; as many as a paper has zones, languages and forms. */
export function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options)
  formats.set(key, format)
  return format
}

const part = (at: Date, { zone, language }: Clock, options: Intl.DateTimeFormatOptions) =>
  formatOf(language, { timeZone: zone, ...options }).format(at)

/** `09:14` */
export const clock = (at: Date, on: Clock) => part(at, on, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `14 May 2026` */
export const date = (at: Date, on: Clock) => part(at, on, { day: 'numeric', month: 'long', year: 'numeric' })

/** `14 May`, the month as short as its language has it. */
export const shortDay = (at: Date, on: Clock) => part(at, on, { day: 'numeric', month: 'short' })

/** `Thursday 14 May 2026` */
export const longDate = (at: Date, on: Clock) =>
  part(at, on, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(/^(\p{L}+),/u, '$1')

/** `Thursday 14 May` */
export const weekday = (at: Date, on: Clock) =>
  part(at, on, { weekday: 'long', day: 'numeric', month: 'long' }).replace(/^(\p{L}+),/u, '$1')

/** Languages in Arabic letters have one of their own. */
export const comma = (language: string) => (/^(ar|ckb|fa|ps|sd|ug|ur)\b/.test(language) ? '،' : ',')

/** `14 May 2026, 05:30` */
export const dateAndClock = (at: Date, on: Clock) => `${date(at, on)}${comma(on.language)} ${clock(at, on)}`

/** A date that was typed as one and belongs to no zone: `12 May`, with its year unless it is that of `near`. */
export function plainDay(iso: string, near: Date, on: Clock): string {
  const at = new Date(`${iso}T12:00:00Z`)
  if (Number.isNaN(at.getTime())) return ''
  const year = iso.slice(0, 4) === isoDay(near, on).slice(0, 4) ? undefined : 'numeric'
  return part(at, { ...on, zone: 'UTC' }, { day: 'numeric', month: 'long', year })
}

/** `2026-05-14`, the paper's day. */
export function isoDay(at: Date, { zone }: Clock): string {
  const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const parts = formatOf('en-CA', options).formatToParts(at)
  const value = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${value('year').padStart(4, '0')}-${value('month')}-${value('day')}`
}
