'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { asAdmin } from '#app/(newsroom)/admin/as-admin'
import type { FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { colourNames } from '#lib/site/theme/content'
import { ThemeForm } from '#lib/site/theme/form'
import { updateTheme } from '#lib/theme/commands'

const Form = ThemeForm.extend({ version: z.coerce.number().int() })

export async function updateThemeAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { version, ...theme } = Form.parse(nested(fieldsOf(form)))
    await updateTheme(actor, version, theme)
    refresh()
    return 'Saved. Readers see it now.'
  })
}

/** The form's plain names as the theme has them: `colours.sport.light`, `ears.0.title`. */
function nested({ version, faces, logo, logoDark, footer, ...fields }: Record<string, unknown>) {
  const looks = (name: string) => ({ light: fields[`colours.${name}.light`], dark: fields[`colours.${name}.dark`] })
  const ears = [0, 1].map((at) => ({ title: fields[`ears.${at}.title`], text: fields[`ears.${at}.text`] }))
  const colours = Object.fromEntries(colourNames.map((name) => [name, looks(name)]))
  return { version, faces, logo, logoDark, footer, ears, colours }
}
