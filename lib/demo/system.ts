import type { Actor } from '#lib/auth/actor'

/** Nobody's work: what the demo brings besides its stories comes and goes by the system. */
export const system: Actor = { id: 'system', name: 'Stet', role: 'admin', sections: 'all', sessionId: '' }
