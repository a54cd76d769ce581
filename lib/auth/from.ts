import type { From } from './limits'

/** Set anew by our own server on every request: the socket's address, or what a trusted proxy says. */
export const addressHeader = 'x-stet-address'

export const fromOf = (headers: Pick<Headers, 'get'>): From => ({
  address: headers.get(addressHeader) ?? 'unknown',
  agent: (headers.get('user-agent') ?? '').slice(0, 300),
})
