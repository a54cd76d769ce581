'use server'

import { refresh } from 'next/cache'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { confirmClock } from '#lib/jobs/holds'

export async function confirmClockAction(): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await confirmClock(actor)
    refresh()
  })
}
