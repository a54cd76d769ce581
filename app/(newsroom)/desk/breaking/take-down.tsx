'use client'

import { Form } from '#app/(newsroom)/form'
import { Submit } from '#lib/ui/submit'

import { takeBarDownAction } from './actions'

/** @param version of the bar that is on screen */
export const TakeDown = ({ version }: { version: number }) => (
  <Form action={takeBarDownAction} label="Take the bar down">
    {() => (
      <>
        <input type="hidden" name="version" value={version} />
        <div>
          <Submit tone="plain">Take it down</Submit>
        </div>
      </>
    )}
  </Form>
)
