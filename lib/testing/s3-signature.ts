import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Keys = { region: string; accessKeyId: string; secretAccessKey: string }

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * What is wrong with a request's signature (version 4 in the header), as S3 names it; undefined when it is right.
 * Written from the description of the protocol, not from the library that signs.
 */
export function faultOf(req: IncomingMessage, body: Buffer, keys: Keys, now: Date): string | undefined {
  const { authorization = '', 'x-amz-date': date = '', 'x-amz-content-sha256': hash } = req.headers
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/([^/]+)\/s3\/aws4_request), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      authorization,
    )
  if (!said) return 'AccessDenied'
  const [, id, scope = '', region, names = '', signature] = said
  const at = Date.parse(String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(now.getTime() - at) < 15 * 60_000)) return 'RequestTimeTooSkewed'
  if (id !== keys.accessKeyId) return 'InvalidAccessKeyId'
  if (region !== keys.region) return 'AuthorizationHeaderMalformed'
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.split(';').includes(name)))
    return 'AccessDenied'
  if (hash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const url = new URL(req.url ?? '', 'http://s3')
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort()
  const headers = names.split(';').map((name) => `${name}:${String(req.headers[name] ?? '').trim()}\n`)
  const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part)))
  const canonical = [req.method, path.join('/'), query.join('&'), headers.join(''), names, hash].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`)
  const right = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex')
  return signature === right ? undefined : 'SignatureDoesNotMatch'
}
