'use server'

import { refresh } from 'next/cache'

import { answer, type FormState } from '#app/(newsroom)/answer'
import { markAllRead } from '#lib/notification/commands'

export async function markAllReadAction(): Promise<FormState> {
  return answer(async (actor) => {
    await markAllRead(actor)
    refresh()
    return undefined
  })
}
