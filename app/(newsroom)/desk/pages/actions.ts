'use server'

import { redirect } from 'next/navigation'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { createPage } from '#lib/page/commands/create'
import { NewPageForm } from '#lib/page/form'

import { pageAddress } from './address'

/** Begins a page and opens it. */
export async function newPageAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const { title } = NewPageForm.parse(fieldsOf(form))
    redirect(pageAddress(await createPage(actor, title)))
  })
}
