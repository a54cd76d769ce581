'use client'

import { Form } from '#app/(newsroom)/form'
import { Submit } from '#lib/ui/submit'

import { markAllReadAction } from './actions'

export function MarkAll() {
  return (
    <Form action={markAllReadAction} className="" label="All notifications">
      {() => <Submit tone="plain">Mark all read</Submit>}
    </Form>
  )
}
