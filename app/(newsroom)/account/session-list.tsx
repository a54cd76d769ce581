'use client'

import { Submit } from '#lib/ui/submit'

import { Form } from '../form'
import { endSessionAction } from './actions'

export type Session = { id: string; current: boolean; browser: string; address: string; since: string; seen: string }

export function SessionList({ sessions }: { sessions: Session[] }) {
  return (
    <ul className="border-t border-line">
      {sessions.map((session) => (
        <li key={session.id} className="flex items-center gap-3 border-b border-line py-2">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{session.browser}</p>
            <p className="text-label text-quiet">
              {session.address}, since {session.since}
              {!session.current && `, last used ${session.seen}`}
            </p>
          </div>
          {session.current ? (
            <span className="text-muted">This one</span>
          ) : (
            <Form action={endSessionAction} className="flex items-center gap-2">
              {() => (
                <>
                  <input type="hidden" name="id" value={session.id} />
                  <Submit tone="plain" small>
                    End session{' '}
                    <span className="sr-only">
                      of {session.browser}, since {session.since}
                    </span>
                  </Submit>
                </>
              )}
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
