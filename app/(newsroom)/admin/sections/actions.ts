'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { asAdmin } from '#app/(newsroom)/admin/as-admin'
import type { FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { addSection, editSection, moveSection, removeSection } from '#lib/section/commands'
import { SectionForm } from '#lib/section/content'

const Seen = { id: z.string(), version: z.coerce.number().int() }
const Move = z.strictObject({ id: z.string(), by: z.enum(['up', 'down']) })
const One = z.strictObject({ id: z.string() })

export async function addSectionAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const section = SectionForm.parse(fieldsOf(form))
    await addSection(actor, section)
    refresh()
    return `${section.name} stands at the end of the paper.`
  })
}

export async function editSectionAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { id, version, ...section } = SectionForm.extend(Seen).parse(fieldsOf(form))
    await editSection(actor, id, version, section)
    refresh()
    return 'Saved. Readers see it now.'
  })
}

export async function moveSectionAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { id, by } = Move.parse(fieldsOf(form))
    await moveSection(actor, id, by)
    refresh()
  })
}

export async function removeSectionAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    await removeSection(actor, One.parse(fieldsOf(form)).id)
    refresh()
  })
}
