import type { Role } from '#lib/people/tables'

/** Who is asking: built from the session row on every request and on every open socket. */
export type Actor = {
  id: string
  name: string
  role: Role
  /** Section ids, or every section. Admins always have every section. */
  sections: readonly string[] | 'all'
  sessionId: string
}

/** Whoever holds the machine, at its command line; stands in the audit as such. */
export const operator: Actor = {
  id: 'operator',
  name: 'The command line',
  role: 'admin',
  sections: 'all',
  sessionId: '',
}
