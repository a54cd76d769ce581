import { formatOf } from '#lib/site/time'
import type { Quote } from '#lib/story/document/nodes'

type Attribution = Omit<Quote['attrs'], 'id'>

/** `Ada Kerrow, chandler, Staithe Street. To the Courier, 12 May 2026.`: after the speaker's name, for the desk. */
export function attributionAfterName({ role, via, saidAt }: Attribution): string {
  const told = [via, dayOf(saidAt)].filter(Boolean).join(', ')
  return [role ? `, ${role}` : '', told ? `. ${told.charAt(0).toUpperCase()}${told.slice(1)}` : ''].join('')
}

/** The day as said, free of any zone. */
function dayOf(saidAt: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(saidAt) ? Date.parse(`${saidAt}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at)) return ''
  return formatOf('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}
