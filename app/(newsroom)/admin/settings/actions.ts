'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { asAdmin } from '#app/(newsroom)/admin/as-admin'
import type { FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { updateSettings } from '#lib/settings/commands'
import { SettingsForm } from '#lib/settings/content'

const Seen = { version: z.coerce.number().int() }

export async function updateSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { version, ...settings } = SettingsForm.extend(Seen).parse(fieldsOf(form))
    await updateSettings(actor, version, settings)
    refresh()
    return 'Saved. Readers see it now.'
  })
}
