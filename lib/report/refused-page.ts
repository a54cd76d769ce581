import type { Messages } from '#lib/messages/find'
import { directionOf } from '#lib/site/direction'
import { longestReport, reportsPath } from '#lib/site/report-form'
import { lastSheets } from '#lib/site/theme/sheets'

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
 * paper's pages, so that it can be made whenever the server answers at all, and set by their stylesheets once one was made.
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
    ...lastSheets().map((href) => `<link rel="stylesheet" href="${html(href)}">`),
    // It holds the first paint up until the reader's look is on.
    `<title>${html(words.refused)}</title><script src="/look.js"></script></head><body><main class="wrap"><div class="gone">`,
    `<h1>${html(words.refused)}</h1><p class="stand">${html(words.why[fault])}</p>`,
    lines.length ? `<ul>${lines.join('')}</ul>` : '',
    typed ? form(typed, t) : '',
    '</div></main></body></html>',
  ].join('')
}

/** Where there is nothing more to send it to, what was typed can still be copied. */
const form = ({ story, passage, text, email }: NonNullable<Refused['typed']>, { report }: Messages) =>
  [
    `<div class="report"><form action="${reportsPath}" method="post"><input type="hidden" name="story" value="${html(story)}">`,
    `<label>${html(report.text)}<textarea name="text" rows="6" required>${html(`\n${text}`)}</textarea></label>`,
    `<label>${html(report.passage)}<textarea name="passage" rows="3">${html(`\n${passage}`)}</textarea></label>`,
    `<label>${html(report.email)}<input name="email" type="email" value="${html(email)}"></label>`,
    `<button class="button">${html(report.send)}</button></form></div>`,
  ].join('')

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const html = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
