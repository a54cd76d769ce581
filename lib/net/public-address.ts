import { BlockList, isIP } from 'node:net'

/** What the registries of special addresses (IANA, RFC 6890) keep for machines, networks, documents and tunnels. */
const special: Record<'ipv4' | 'ipv6', string> = {
  ipv4: `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
  // Inside of what is given out: Teredo and its neighbours, documents, 6to4, whose addresses hold one of the others.
  ipv6: '2001::/23 2001:db8::/32 2002::/16 3fff::/20',
}

/** IPv6 addresses that are given out to the public; mapped, local, private and translated ones are all outside of it. */
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')

const kept = new BlockList()
for (const kind of ['ipv4', 'ipv6'] as const)
  for (const range of special[kind].split(/\s+/)) {
    const [net = '', prefix] = range.split('/')
    kept.addSubnet(net, Number(prefix), kind)
  }

/** Whether an IP address is one of the public internet; whatever else it is given is not. */
export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !kept.check(address, 'ipv4')
  return version === 6 && given.check(address, 'ipv6') && !kept.check(address, 'ipv6')
}
