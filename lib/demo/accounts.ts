import type { DemoAccount } from './load'

/** Who of the demo may sign in; their passwords are told this once. */
export const accountLines = (accounts: DemoAccount[]): string[] => [
  'The demo paper is here. Its people sign in with these passwords, shown only now:',
  ...accounts.map(({ email, role, password }) => `  ${email.padEnd(34)} ${role.padEnd(8)} ${password}`),
]
