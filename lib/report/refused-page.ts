import type { Messages } from '#lib/messages/find'
import { directionOf } from '#lib/site/direction'
import { longestReport, reportsPath } from '#lib/site/report-form'

import type { NewReport } from './rules'

/** Why a report was not kept, as its sender is told. */
export type Fault = 'broken' | 'gone' | 'busy' | 'wrong' | 'ours'

type Refused = {
  fault: Fault
  /** Of fields of the form, by their names. */
  faults?: Record<string, string>
  /** What was typed, so that none of it is lost; absent where it did not arrive. */
  typed?: NewReport & { story: string }
  language: string
  t: Messages
}

/**
 * What a reader gets whose report was not kept: why, and the form with all that was typed in it. It is made without the
 * paper's pages and their styles, so that it can be made whenever the server answers at all.
 */
export function refusedPage({ fault, faults = {}, typed, language, t }: Refused): string {
  const { report: words } = t
  const lines = Object.entries(faults).map(([field, what]) => {
    const [label, why] = [words[field as keyof typeof longestReport], words.faults[what as keyof typeof words.faults]]
    return `<li>${html(`${label}: ${why(longestReport[field as keyof typeof longestReport])}`)}</li>`
  })
  return [
    `<!doctype html><html lang="${html(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${html(words.refused)}</title></head><body><main><h1>${html(words.refused)}</h1>`,
    `<p>${html(words.why[fault])}</p>`,
    lines.length ? `<ul>${lines.join('')}</ul>` : '',
    typed ? form(typed, t) : '',
    '</main></body></html>',
  ].join('')
}

/** Where there is nothing more to send it to, what was typed can still be copied. */
const form = ({ story, passage, text, email }: NonNullable<Refused['typed']>, { report }: Messages) =>
  [
    `<form action="${reportsPath}" method="post"><input type="hidden" name="story" value="${html(story)}">`,
    `<p><label>${html(report.text)}<br><textarea name="text" rows="6" cols="40" required>${html(`\n${text}`)}</textarea></label></p>`,
    `<p><label>${html(report.passage)}<br><textarea name="passage" rows="3" cols="40">${html(`\n${passage}`)}</textarea></label></p>`,
    `<p><label>${html(report.email)}<br><input name="email" type="email" size="40" value="${html(email)}"></label></p>`,
    `<p><button>${html(report.send)}</button></p></form>`,
  ].join('')

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const html = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
