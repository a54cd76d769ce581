import { expect, test } from 'vitest'

import { isPublic } from './public-address'

test.each([
  ['this machine', '127.0.0.1 127.255.255.254 0.0.0.0 ::1 ::'],
  ['private networks', '10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 fc00::1 fd12:3456::1'],
  ['the link, where a cloud tells its secrets', '169.254.169.254 fe80::1 febf::1'],
  ['those written as the other kind', '::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1'],
  ['tunnels, which hold another', '2002:7f00:1:: 2001:0:7f00:1::'],
  ['many at once, and nobody', '224.0.0.1 255.255.255.255 240.0.0.1 ff02::1 100::1'],
  ['documents and measuring', '192.0.2.1 198.51.100.1 203.0.113.1 198.18.0.1 2001:db8::1 3fff::1'],
  ['no address', 'localhost 127.1 fe80::1%eth0 [::1]'],
])('not public: %s', (_, addresses) => {
  expect(addresses.split(' ').filter(isPublic)).toEqual([])
})

test('public: what is given out', () => {
  const addresses = ['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.0.1', '2606:4700::1111', '2a00:1450::1']
  expect(addresses.filter((address) => !isPublic(address))).toEqual([])
})
