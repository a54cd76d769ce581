import { Refusal } from '#lib/errors'

import { chunk, uploadsPath } from './limits'

/** What the library made of a file. */
export type Sent = { media: string } & Record<string, unknown>

type Options = {
  /** What it takes the place of, of which this version is on screen. */
  replaces?: { id: string; version: number }
  /** How many of its bytes are sent, again and again. */
  onProgress?: (sent: number, total: number) => void
  /** Breaks it off, and has the server forget what it has of it. */
  signal?: AbortSignal
}

/** Milliseconds before each further try; they are counted anew whenever some of it was taken. */
const delays = [0, 1000, 3000, 5000]

/**
 * Sends a file into the library, by parts; after a cut it goes on where it was. What it needs is loaded with the first.
 * @throws Refusal: why the library did not take it, or that the server could not be reached; the signal's reason
 */
export async function startUpload(file: File, { replaces, onProgress, signal }: Options = {}): Promise<Sent> {
  const { DetailedError, Upload } = await import('tus-js-client')
  signal?.throwIfAborted()
  const upload = new Upload(file, {
    endpoint: new URL(uploadsPath, location.href).href,
    metadata: {
      filename: file.name,
      filetype: file.type,
      ...(replaces && { replaces: `${replaces.id}.${replaces.version}` }),
    },
    chunkSize: chunk,
    retryDelays: delays,
    // Nothing of it is kept in the browser: others may use it, too.
    storeFingerprintForResuming: false,
    onShouldRetry: (error) => mayPass(error.originalResponse?.getStatus()),
    onProgress: (sent, total) => onProgress?.(sent, total),
  })
  try {
    const body = await new Promise<string>((resolve, reject) => {
      upload.options.onSuccess = ({ lastResponse }) => resolve(lastResponse.getBody())
      upload.options.onError = (error) => {
        const response = error instanceof DetailedError ? error.originalResponse : null
        reject(response ? refusalOf(response.getStatus(), response.getBody()) : unreached())
      }
      signal?.addEventListener('abort', () => void upload.abort().then(() => reject(signal.reason), reject), {
        once: true,
      })
      upload.start()
    })
    // When the answer to the last part was lost, all that is known is that the file is there.
    return (parse(body) as Sent | undefined) ?? (await askResult(upload.url ?? '', file.size, signal))
  } catch (error) {
    // Whoever tries again begins anew; what is there would only take room.
    if (upload.url) fetch(upload.url, { method: 'DELETE', headers: protocol }).catch(() => {})
    throw error
  }
}

const protocol = { 'tus-resumable': '1.0.0' }

/** Sends nothing more, and is answered with what became of the file. */
async function askResult(url: string, size: number, signal?: AbortSignal): Promise<Sent> {
  const headers = {
    ...protocol,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(size),
  }
  let refusal = unreached()
  for (const delay of delays) {
    await new Promise((resolve) => setTimeout(resolve, delay))
    signal?.throwIfAborted()
    const answer = await fetch(url, { method: 'PATCH', headers, signal }).catch(() => undefined)
    const body = await answer?.text().catch(() => undefined)
    if (answer?.ok && body) return parse(body) as Sent
    if (answer) refusal = refusalOf(answer.status, body)
    if (answer && !mayPass(answer.status)) break
  }
  throw refusal
}

/** No answer, one to another part than the server waits for, or one that says "later". */
const mayPass = (status = 0) => status === 0 || status === 409 || status === 429 || status >= 500

const unreached = () => new Refusal('busy', 'The server could not be reached. Send this file again when it can.')

function refusalOf(status: number, body = ''): Refusal {
  const said = parse(body) as { reason?: Refusal['reason'] | 'signed-out'; message?: string } | undefined
  if (said?.message)
    return new Refusal(said.reason === 'signed-out' ? 'forbidden' : (said.reason ?? 'rule'), said.message)
  if (status === 413) return new Refusal('too-large', 'This file is too large.')
  return new Refusal('busy', 'This file could not be sent. Try again; if it happens again, tell an admin.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
