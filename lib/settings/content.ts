import { z } from 'zod'

import { cleanNote } from '#lib/story/document/clean'

import { auditYears, personalChoices } from './retention'

/** The paper's settings as readers get them; `timezone` an IANA name, `language` a BCP 47 tag. */
export type SettingsContent = { name: string; timezone: string; language: string }

const daysOf = (choices: readonly number[]) =>
  z
    .string()
    .transform((text) => (text ? Number(text) : null))
    .refine((days) => days === null || choices.includes(days), 'Choose one of those offered.')

/** Checks what a form of the retention sends: '' is for ever. */
export const RetentionForm = z.strictObject({ days: daysOf(auditYears), personalDays: daysOf(personalChoices) })

export const paper = 'paper'

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** The tag in its usual spelling, as in `en-GB`; undefined when it is none. A longer word, as `arabic`, could be one by its form. */
export function languageTag(tag: string): string | undefined {
  try {
    const { language } = new Intl.Locale(tag)
    return language.length <= 3 ? Intl.getCanonicalLocales(tag)[0] : undefined
  } catch {
    return undefined
  }
}

/** Checks and tidies what somebody typed. */
export const SettingsForm = z.strictObject({
  name: z
    .string()
    .transform(cleanNote)
    .pipe(z.string().min(1, 'Give the paper a name.').max(60, 'At most 60 characters.')),
  // Offsets such as +01:00 are zones to Intl, but know no summer.
  timezone: z
    .string()
    .trim()
    .refine((zone) => /^[A-Za-z]/.test(zone) && isZone(zone), 'Not a time zone. Give one like Europe/London.'),
  language: z
    .string()
    .trim()
    .max(35)
    .refine((tag) => languageTag(tag), 'Not a language. Give its name, or a tag like cy.')
    .transform((tag) => languageTag(tag) ?? tag),
})
