'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { updateSettings } from '#lib/settings/commands'
import { SettingsForm } from '#lib/settings/content'

import { answer, type FormState } from '../../answer'
import { fieldsOf } from '../../fields-of'

const Seen = { version: z.coerce.number().int() }

export async function updateSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { version, ...settings } = SettingsForm.extend(Seen).parse(fieldsOf(form))
    await updateSettings(actor, version, settings)
    refresh()
    return 'Saved. Readers see it now.'
  })
}
