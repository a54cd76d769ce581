import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** The smallest encoding that a reader takes; one refused by `q=0` is not used. */
export function encodingFor(acceptEncoding = ''): Encoding {
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

export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? toGzip(body) : body
}
