'use client'

import { Form } from '#app/(newsroom)/form'
import { Submit } from '#lib/ui/submit'
import { endSessionsAction, resetLinkAction } from './actions'
import { OnceLink } from './once-link'

export function WaysIn({ id, invited, sessions }: { id: string; invited: boolean; sessions: number }) {
  return (
    <div className="grid gap-2">
      <Form action={resetLinkAction} label={invited ? 'Invitation' : 'Reset link'} className="grid gap-2">
        {(state) => (
          <>
            <input type="hidden" name="id" value={id} />
            <OnceLink state={state} />
            <div>
              <Submit tone="plain" small>
                {invited ? 'Make a new invitation' : 'Make a reset link'}
              </Submit>
            </div>
          </>
        )}
      </Form>
      {sessions > 0 && (
        <Form action={endSessionsAction} label="Sessions" className="grid gap-2">
          {() => (
            <>
              <input type="hidden" name="id" value={id} />
              <div>
                <Submit tone="plain" small>
                  Sign out everywhere
                </Submit>
              </div>
            </>
          )}
        </Form>
      )}
    </div>
  )
}
