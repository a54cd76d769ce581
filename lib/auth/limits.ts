import { isIPv6 } from 'node:net'

import { tokenHash } from './tokens'

/** Where a try comes from: the address that our server vouches for, and what the browser says it is. */
export type From = { address: string; agent: string }

export const windowMs = 15 * 60_000

export type Limit = { key: string; most: number }

/** An IPv6 connection has 2^64 addresses of its own: its first half counts as one. IPv4 in IPv6 is IPv4. */
export function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (v4 || !isIPv6(address)) return v4 ?? address
  const [head = '', tail] = address.split('::')
  const groups = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const whole =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - after.length).fill('0'), ...after]
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

export type SignInLimits = { here: Limit; account: Limit; address: Limit }

/**
 * Failed tries in a quarter of an hour. An account has 10 from one network, so that a stranger elsewhere keeps nobody
 * out, and 100 from all of them, so that many strangers guess no faster. Keys hold no e-mail address.
 */
export function signInLimits(email: string, address: string): SignInLimits {
  const [account, network] = [tokenHash(email), networkOf(address)]
  return {
    here: { key: `account:${account}:${network}`, most: 10 },
    account: { key: `account:${account}`, most: 100 },
    address: { key: `address:${network}`, most: 50 },
  }
}

/** How a session ages: unused for a week, or a month after sign-in, it is over. */
export const idleMs = 7 * 86_400_000
export const absoluteMs = 30 * 86_400_000

/** A reset link or invitation; whoever has it is the person. */
export const linkMs = 24 * 3_600_000
