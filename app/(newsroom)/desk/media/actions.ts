'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { editMany, type Outcome } from '#lib/media/commands/edit'
import { findSettings } from '#lib/settings/queries'

import { BulkFields, saidOf } from './said'

const Many = z.array(z.string().max(40)).min(1).max(2000)

/** Writes the fields that were sent of all that is named by `id`; what could not be changed comes back, each with its reason. */
export async function editManyAction(_: FormState, form: FormData): Promise<FormState> {
  return answer(async (actor) => {
    const ids = Many.parse(form.getAll('id'))
    const { timezone } = await findSettings()
    const { id: _id, ...fields } = fieldsOf(form)
    const change = BulkFields.parse(saidOf(fields, timezone))
    const outcomes = await editMany(actor, ids, change)
    refresh()
    const failed = outcomes.filter(({ message }) => message !== undefined)
    return { message: changedWords(ids.length - failed.length), detail: failed satisfies Outcome[] }
  })
}

function changedWords(count: number): string {
  if (!count) return 'Nothing was changed.'
  return count === 1 ? 'One was changed.' : `${count.toLocaleString('en-GB')} were changed.`
}
