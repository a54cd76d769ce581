import type { RunningServer } from './server'

/** `replaces`: an id of the library, a dot, and the version that is there. */
type Given = { name: string; bytes: Buffer; type: string; replaces?: string }

const protocol = { 'Tus-Resumable': '1.0.0' }

/** Sends a file into the library as the desk does, in one part. @returns its id there */
export async function sendFile(
  { baseUrl }: RunningServer,
  cookie: string,
  { name, bytes, type, replaces }: Given,
): Promise<string> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const more = replaces ? [`replaces ${base64(replaces)}`] : []
  const headers = { ...protocol, cookie, Origin: baseUrl }
  const begun = await fetch(`${baseUrl}/api/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': [`filename ${base64(name)}`, `filetype ${base64(type)}`, ...more].join(','),
    },
  })
  if (begun.status !== 201) throw new Error(`An upload was not begun: ${begun.status} ${await begun.text()}`)
  const sent = await fetch(new URL(begun.headers.get('location') ?? '', baseUrl), {
    method: 'PATCH',
    headers: { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (!sent.ok) throw new Error(`A file was not taken: ${sent.status} ${await sent.text()}`)
  return ((await sent.json()) as { media: string }).media
}
