import { Readable } from 'node:stream'

import { expect, test, vi } from 'vitest'

let stream: Readable
vi.mock('#lib/auth/session', () => ({ whoIs: async () => ({ id: 'kit' }) }))
vi.mock('#lib/media/queries/find', () => ({ findFile: async () => ({ file: 'f', type: 'image/webp' }) }))
vi.mock('#lib/media/store/open', () => ({ mediaStore: () => ({ get: async () => ({ stream, size: 6 }) }) }))
const { GET } = await import('./route')

const asked = (method: string) => {
  stream = Readable.from([Buffer.from('pixels')])
  const params = Promise.resolve({ id: 'gate', file: 'master' })
  return GET(new Request('http://localhost:3000/api/media/gate/master', { method }), { params })
}

test('a file is sent as it lies there; of one whose head alone is asked for, the file is not held open', async () => {
  const whole = await asked('GET')
  expect([whole.status, whole.headers.get('content-type'), await whole.text()]).toEqual([200, 'image/webp', 'pixels'])
  const head = await asked('HEAD')
  expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '6', null])
  expect(stream.destroyed).toBe(true)
})
