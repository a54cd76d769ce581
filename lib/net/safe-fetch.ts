import { lookup as resolveName } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'

import { type Answer, encodings, get, NotFetched } from './get'
import { isPublic } from './public-address'

export type Options = {
  /** Milliseconds for all of it, redirects included. */
  deadline?: number
  /** Bytes that its body may have, decompressed. */
  most?: number
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Which addresses may be connected to. Anything but the default is for tests alone. */
  allows?: (address: string) => boolean
  resolve?: (name: string) => Promise<{ address: string; family: number }[]>
}

/** How often a redirect is followed. */
const MOST_HOPS = 3

/** Where the answer came from, after redirects. */
export type Fetched = Answer & { url: string }

/**
 * Reads what is at an address of the public internet: the only way by which Stet asks other machines. An address that is
 * of this machine or of a network around it is refused when the connection is made, by what its name says right then, and
 * so is each to which a redirect leads.
 * @throws NotFetched with why not, in words for the desk
 */
export async function safeFetch(address: string, options: Options = {}): Promise<Fetched> {
  const { deadline = 10_000, most = 2_000_000, allows = isPublic, resolve = all } = options
  const time = AbortSignal.timeout(deadline)
  const signal = options.signal ? AbortSignal.any([time, options.signal]) : time
  const headers = { accept: '*/*', 'user-agent': 'Stet', ...options.headers, 'accept-encoding': encodings }
  let at = address
  try {
    for (let hop = 0; ; hop += 1) {
      const url = checked(at, allows)
      const answer = await get(url, { signal, most }, { headers, lookup: lookupOf(resolve, allows) })
      const { location } = answer.headers
      if (answer.status < 300 || answer.status > 399 || location === undefined) return { ...answer, url: url.href }
      if (hop === MOST_HOPS) throw new NotFetched(`Sent on more than ${MOST_HOPS} times.`)
      if (!URL.canParse(location, url)) throw new NotFetched('Sent on to what is no address.')
      at = new URL(location, url).href
    }
  } catch (error) {
    throw explained(error, time.aborted, deadline)
  }
}

const all = (name: string) => resolveName(name, { all: true })

/** An address that is written as a number is never looked up, so it is checked here. */
function checked(address: string, allows: (address: string) => boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new NotFetched('Not an http or https address.')
  if (url.username || url.password) throw new NotFetched('The address holds a name or password.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !allows(host)) throw notPublic(host)
  return url
}

/** The connection is made to what this answers and to nothing else: a name that says something new later is not asked. */
const lookupOf =
  (resolve: NonNullable<Options['resolve']>, allows: (address: string) => boolean): LookupFunction =>
  (name, { all: several }, done) => {
    resolve(name).then(
      (found) => {
        const [first] = found
        const foreign = found.find(({ address }) => !allows(address))
        if (!first || foreign) return done(foreign ? notPublic(name) : new NotFetched('The name is not known.'), '')
        return several ? done(null, found) : done(null, first.address, first.family)
      },
      (error) => done(error, ''),
    )
  }

const notPublic = (host: string) => new NotFetched(`Not a public address: ${host.slice(0, 100)}.`)

const faults: Record<string, string> = {
  ENOTFOUND: 'The name is not known.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'Nobody listens there.',
  ECONNRESET: 'The connection was cut off.',
  EHOSTUNREACH: 'It cannot be reached.',
  ENETUNREACH: 'It cannot be reached.',
  ETIMEDOUT: 'It cannot be reached.',
}

function explained(error: unknown, late: boolean, deadline: number): Error {
  if (error instanceof NotFetched) return error
  if (late) return new NotFetched(`No answer within ${deadline / 1000} s.`, { cause: error })
  const code = String((error as { code?: unknown }).code ?? '')
  const certificate = /CERT|SIGNATURE|TLS|SSL/.test(code) && 'Its certificate is not valid.'
  return new NotFetched(faults[code] ?? (certificate || 'The answer could not be read.'), { cause: error })
}
