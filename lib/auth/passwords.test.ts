import { expect, test } from 'vitest'

import { findPasswordFault, hashPassword, verifyPassword } from './passwords'

test.each([
  ['short one', 'At least 10'],
  ['x'.repeat(201), 'At most 200'],
  ['aabbaabbaabb', 'Too few different'],
  ['Password123!', 'first that attackers try'],
  ['Welcome2026', 'first that attackers try'],
  ['qwertyuiop', 'neighbouring keys'],
  ['1234567890', 'neighbouring keys'],
  ['sal.venn.2026', 'Too close'],
  ['Courier_Venn', 'Too close'],
])('%s is refused as a password', (password, why) =>
  expect(findPasswordFault(password, ['sal.venn@courier.example', 'Sal Venn'])).toContain(why),
)

test.each([
  'wet gates hold',
  '?!-_+=:;<>()',
  'welcome to the harbour bar',
  'Ärger im Hafen',
  '潮が満ちる前に門を閉じろ',
])('%s will do', (password) =>
  expect(findPasswordFault(password, ['sal.venn@courier.example', 'Sal Venn'])).toBeUndefined(),
)

test('a hash is argon2id, salted, and knows its password however the keyboard composes it', async () => {
  const [one, two] = await Promise.all([hashPassword('caf\u00e9 am Hafen'), hashPassword('caf\u00e9 am Hafen')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword(one, 'cafe\u0301 am Hafen')).toBe(true)
  expect(await verifyPassword(one, 'cafe am Hafen')).toBe(false)
})

test('without a hash nothing is right, and a hash is worked out all the same', async () => {
  await verifyPassword(null, 'warm up')
  const start = performance.now()
  expect(await verifyPassword(null, 'nobody signs in with this')).toBe(false)
  // Comparing nothing takes microseconds; argon2 at this cost never takes less than some milliseconds.
  expect(performance.now() - start).toBeGreaterThan(2)
})
