import { open } from 'node:fs/promises'

import { type Ask, failed, tagOf } from './s3-request'

/** Bytes sent at once; the least that S3 takes for a part is 5 MB, the most parts are 10,000. */
export const PART = 8_388_608

type Source = { size: number; read: (from: number) => Promise<Buffer>; close: () => Promise<void> }

/** Small files in one piece, others in parts, of which one is in memory at a time. */
export async function putFile(ask: Ask, key: string, file: string | Buffer, type: string): Promise<void> {
  const source = typeof file === 'string' ? await fromDisk(file) : fromMemory(file)
  try {
    if (source.size > PART) return await putParts(ask, key, source, type)
    const headers = { 'content-type': type }
    const answer = await ask('PUT', key, { headers, body: await source.read(0) })
    if (!answer.ok) await failed(answer, 'PUT')
    await answer.body?.cancel()
  } finally {
    await source.close()
  }
}

async function putParts(ask: Ask, key: string, source: Source, type: string): Promise<void> {
  const begun = await ask('POST', key, { query: { uploads: '' }, headers: { 'content-type': type } })
  const uploadId = begun.ok ? tagOf(await begun.text(), 'UploadId') : undefined
  if (!uploadId) return failed(begun, 'POST')
  try {
    const parts: string[] = []
    for (let from = 0; from < source.size; from += PART) {
      const number = parts.length + 1
      const query = { partNumber: String(number), uploadId }
      const answer = await ask('PUT', key, { query, body: await source.read(from) })
      const tag = answer.headers.get('etag')
      if (!answer.ok || !tag) await failed(answer, 'PUT')
      await answer.body?.cancel()
      parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag></Part>`)
    }
    await complete(ask, key, uploadId, parts, source.size)
  } catch (error) {
    // What was sent would be kept, and paid for, but never seen.
    await ask('DELETE', key, { query: { uploadId } }).catch(() => {})
    throw error
  }
}

async function complete(ask: Ask, key: string, uploadId: string, parts: string[], size: number) {
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
  const headers = { 'content-type': 'application/xml' }
  const answer = await ask('POST', key, { query: { uploadId }, headers, body })
  // It is answered 200 before the parts are put together; what went wrong then stands in the body.
  const said = await answer.clone().text()
  if (answer.ok && said.includes('CompleteMultipartUploadResult')) return
  // Asked again after an answer that was lost, it knows nothing of the upload any more.
  const whole = answer.status === 404 ? await ask('HEAD', key) : undefined
  if (Number(whole?.headers.get('content-length')) !== size) await failed(answer, 'POST')
}

async function fromDisk(path: string): Promise<Source> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const read = async (from: number) => {
    const buffer = Buffer.allocUnsafe(Math.min(PART, size - from))
    for (let filled = 0; filled < buffer.length; ) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, from + filled)
      if (bytesRead === 0) throw new Error('A file became shorter while it was put into the store.')
      filled += bytesRead
    }
    return buffer
  }
  return { size, read, close: () => file.close() }
}

const fromMemory = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: async (from) => bytes.subarray(from, from + PART),
  close: async () => {},
})
