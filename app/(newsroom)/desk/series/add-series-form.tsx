'use client'

import { Form } from '#app/(newsroom)/form'
import { longestSeries } from '#lib/series/form'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { addSeriesAction } from './actions'

export function AddSeriesForm() {
  return (
    <Form action={addSeriesAction} label="Begin a series">
      {(state) => (
        <>
          <TextField
            label="Name"
            name="name"
            required
            autoFocus
            maxLength={longestSeries.name}
            autoComplete="off"
            hint="Readers get it once it is published and one of its parts is live."
            error={state?.fields?.name}
          />
          <div>
            <Submit>Begin series</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
