import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** A body in all the encodings that it is worth having in. */
export type Bodies = { identity: Buffer; gzip?: Buffer; br?: Buffer }

/** Header values seen lately: browsers send a handful, and reading one costs a hit fifty times as much as looking it up. */
const known = new Map<string, Encoding>()

/** The smallest encoding that a reader takes; one refused by `q=0` is not used. */
export function encodingFor(acceptEncoding = ''): Encoding {
  const found = known.get(acceptEncoding)
  if (found) return found
  const read = readEncoding(acceptEncoding)
  // Headers can be invented without end; a long one is nobody's browser.
  if (known.size >= 64) known.clear()
  if (acceptEncoding.length <= 100) known.set(acceptEncoding, read)
  return read
}

function readEncoding(acceptEncoding: string): Encoding {
  const taken = (name: string) =>
    acceptEncoding.split(',').some((one) => {
      const [token = '', ...parameters] = one
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return token === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    })
  if (taken('br')) return 'br'
  return taken('gzip') ? 'gzip' : 'identity'
}

/** Of a story's page 6 to 8 take off 1 % for a tenth more time; 10 and 11 take off 12 % for ten to thirty times as much. */
const usual = 5
const utmost = constants.BROTLI_MAX_QUALITY

/** In bytes: what readers' pages load is smaller, and takes some 50 ms; the desk's scripts would take seconds. */
const smallFile = 65_536

function toSmaller(body: Buffer, lasts: boolean) {
  const quality = lasts && body.length <= smallFile ? utmost : usual
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return Promise.all([toBrotli(body, { params }), toGzip(body)])
}

/** Types whose bodies are text; pictures, sound and fonts are compressed already. */
const shrinks = /^(text\/|application\/(javascript|json|xml)\b|[\w.-]+\/[\w.-]+\+(json|xml)\b)/i

/** A packet holds some 1,400 bytes: below this there is nothing to win. */
const least = 200

/**
 * All that a body will be sent as, made once.
 * @param type its content type
 * @param lasts it stands as long as the process, so that more time is well spent
 */
export async function compressAll(body: Buffer, type: string, lasts = false): Promise<Bodies> {
  const bodies: Bodies = { identity: body }
  if (body.length < least || !shrinks.test(type)) return bodies
  const [br, gzip] = await toSmaller(body, lasts)
  if (br.length < body.length) bodies.br = br
  if (gzip.length < body.length) bodies.gzip = gzip
  return bodies
}
