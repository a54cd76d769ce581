import { isRefusal } from '#lib/errors'

/** Milliseconds to wait after an attempt: 1 s, 4 s, 16 s … at most an hour. */
export const backOff = (attempts: number) => Math.min(1000 * 4 ** (attempts - 1), 3_600_000)

/** A fault is tried so often, within a minute and a half, before it is given up. */
const MOST = 5

/** What becomes of something planned: another try, or its end, with what those who wait for it are told. */
export type Trouble =
  | { attempts: number; retryAt: Date; state?: undefined }
  | { attempts: number; state: 'refused' | 'failed'; note: string }

/**
 * Of what could not be done at its hour: a refusal ends it at once, a fault lets it be tried again, later each time, until
 * it is given up.
 * @param before how often it was tried already
 */
export function judgeTrouble(error: unknown, before: number, now: Date): Trouble {
  const attempts = before + 1
  if (isRefusal(error) && error.reason !== 'busy') return { attempts, state: 'refused', note: error.message }
  if (attempts < MOST) return { attempts, retryAt: new Date(now.getTime() + backOff(attempts)) }
  return { attempts, state: 'failed', note: `Tried ${attempts} times. The server’s log says what is wrong.` }
}
