import type { IncomingMessage } from 'node:http'

type Refuse = (status: 400 | 413) => void

/**
 * Watches a request's body while it comes in, in the place where the parser hands it over, so that nothing is held back
 * or copied: one over `cap` bytes (413) or a multipart body that does not end as it must (400; Next would answer 500)
 * is refused, its connection closed.
 * @param cap asked again with each part, as it may sink once it is known who sends
 * @returns false when the announced length or type is refused already
 */
export function watchBody(req: IncomingMessage, cap: () => number, refuse: Refuse): boolean {
  const type = String(req.headers['content-type'] ?? '')
  const multipart = /^multipart\//i.test(type)
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))/i.exec(type)
  const refused = multipart && !boundary ? 400 : Number(req.headers['content-length'] ?? 0) > cap() ? 413 : undefined
  if (refused) {
    refuse(refused)
    return false
  }
  const end = boundary ? Buffer.from(`--${boundary[1] ?? boundary[2]}--`) : undefined
  const push = req.push.bind(req)
  let bytes = 0
  let tail: Buffer = Buffer.alloc(0)
  const stop = (status: 400 | 413) => {
    refuse(status)
    req.push = () => false
    req.destroy()
    return false
  }
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) {
      bytes += chunk.length
      if (bytes > cap()) return stop(413)
      if (end) tail = Buffer.concat([tail, chunk]).subarray(-(end.length + 64))
    } else if (end && !tail.includes(end)) return stop(400)
    return push(chunk, encoding)
  }
  return true
}
