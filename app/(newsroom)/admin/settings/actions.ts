'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { asAdmin } from '#app/(newsroom)/admin/as-admin'
import type { FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { languageTagOf } from '#app/(newsroom)/language-names'
import { setRetention, updateSettings } from '#lib/settings/commands'
import { RetentionForm, SettingsForm } from '#lib/settings/content'

/** A language may be typed by its name. */
const byTag = (fields: ReturnType<typeof fieldsOf>) =>
  typeof fields.language === 'string' ? { ...fields, language: languageTagOf(fields.language) } : fields

const Seen = { version: z.coerce.number().int() }

export async function updateSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { version, ...settings } = SettingsForm.extend(Seen).parse(byTag(fieldsOf(form)))
    await updateSettings(actor, version, settings)
    refresh()
    return 'Saved. Readers see it now.'
  })
}

export async function setRetentionAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { version, ...retention } = RetentionForm.extend(Seen).parse(fieldsOf(form))
    await setRetention(actor, version, retention)
    refresh()
    return 'Saved. What is older goes with the next tidying, at 03:00 UTC.'
  })
}
