export type Reason = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'rule' | 'too-large' | 'busy'

/**
 * The only error whose message a user may read; everything else is a bug and is shown as an apology with a request id.
 * `not-found` also stands for what the actor may not know of; `fields` holds one message a form field (`invalid`);
 * `detail` carries what a `conflict` must show (who changed which blocks).
 */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly reason: Reason,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly detail?: unknown,
  ) {
    super(message)
  }
}

/** `instanceof` fails between our server's bundle and Next's: the class exists in both. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'reason' in error
}

const statuses: Record<Reason, number> = {
  'not-found': 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  rule: 422,
  'too-large': 413,
  busy: 503,
}

/** What HTTP calls it. */
export const statusOfRefusal = ({ reason }: Refusal) => statuses[reason]

/** What is asked for; undefined where it is not there, or the actor may not know of it. */
export const ifFound = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (isRefusal(error) && error.reason === 'not-found') return undefined
    throw error
  })

export const notFound = (what: string) => new Refusal('not-found', `${what} was not found.`)

/** Somebody else was quicker: nothing is overwritten. `detail` shows what stands now. */
export const conflict = (message: string, detail?: unknown) => new Refusal('conflict', message, {}, detail)
