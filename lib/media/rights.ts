/** On what ground the paper may show a picture. Until somebody says, it is not cleared and goes into no publication. */
export const rights = ['unclear', 'owned', 'agency', 'licence', 'one-time', 'handout'] as const
export type Rights = (typeof rights)[number]

export const rightsWords: Record<Rights, string> = {
  unclear: 'Not cleared',
  owned: 'Our own',
  agency: 'Agency, by contract',
  licence: 'Under a licence',
  'one-time': 'One use only',
  handout: 'Handout',
}

/** What happens when the time for which it was cleared is over: somebody is told, or readers have it no longer. */
export const expiries = ['warn', 'withdraw'] as const
export type Expiry = (typeof expiries)[number]

export const expiryWords: Record<Expiry, string> = {
  warn: 'Warn the editors',
  withdraw: 'Take it from readers',
}

/** What clearance is told by. */
export type Clearance = { rights: Rights; expiresAt: Date | null }

/** Days before its end from which a clearance counts as about to end. */
export const SOON = 14
const DAY = 86_400_000

/** Whether the time for which it was cleared is over. */
export const hasExpired = ({ expiresAt }: Pick<Clearance, 'expiresAt'>, now: Date) =>
  expiresAt !== null && expiresAt <= now

export const expiresSoon = ({ expiresAt }: Pick<Clearance, 'expiresAt'>, now: Date) =>
  expiresAt !== null && expiresAt > now && expiresAt.getTime() - now.getTime() <= SOON * DAY
