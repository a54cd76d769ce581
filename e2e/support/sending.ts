import sharp from 'sharp'

/** A photograph as a camera has it, as far as its decoder can tell: noise, softened. @returns its bytes, as JPEG */
export async function photograph(width: number, height: number, seed = 1): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 100 + (seed % 50), sigma: 50 } as const
  const ground = sharp({ create: { width: 240, height: 160, channels: 3, background: '#888', noise } })
  // Made large of something small: to make noise of 24 megapixels would take seconds.
  return sharp(await ground.png().toBuffer())
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer()
}

export type Sender = { baseUrl: string; cookie: string }
type Outcome = { status: number; media?: string; message?: string }

const encoded = (text: string) => Buffer.from(text).toString('base64')
const about = ({ baseUrl, cookie }: Sender) => ({ origin: baseUrl, cookie, 'tus-resumable': '1.0.0' })

/** Begins to send a file by the tus protocol, as a browser does. @returns its own path */
export async function beginSending(sender: Sender, name: string, bytes: number): Promise<string> {
  const headers = { ...about(sender), 'upload-length': String(bytes), 'upload-metadata': `filename ${encoded(name)}` }
  const answer = await fetch(`${sender.baseUrl}/api/uploads`, { method: 'POST', headers })
  const path = answer.headers.get('location')
  if (answer.status !== 201 || !path) throw new Error(`An upload was not begun: ${answer.status}`)
  return new URL(path, sender.baseUrl).pathname
}

/** How many bytes of it the server has; undefined where it knows nothing of it. */
export async function sentOf(sender: Sender, path: string): Promise<number | undefined> {
  const answer = await fetch(sender.baseUrl + path, { method: 'HEAD', headers: about(sender) })
  return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined
}

/** Sends the rest of it. @returns what became of the file */
export async function sendRest(sender: Sender, path: string, file: Buffer, from = 0): Promise<Outcome> {
  const headers = {
    ...about(sender),
    'upload-offset': String(from),
    'content-type': 'application/offset+octet-stream',
  }
  const body = new Uint8Array(file.subarray(from))
  const answer = await fetch(sender.baseUrl + path, { method: 'PATCH', headers, body })
  const text = await answer.text()
  return { status: answer.status, ...(text.startsWith('{') && JSON.parse(text)) }
}

/** A whole file at once. */
export async function sendFile(sender: Sender, name: string, file: Buffer): Promise<Outcome> {
  return sendRest(sender, await beginSending(sender, name, file.length), file)
}

/** Somebody of the newsroom who sends files. */
export const photographer = {
  email: 'photographer@example.org',
  name: 'Ines Amsari',
  password: 'wet gates hold',
  role: 'writer',
  sections: 'all',
} as const
