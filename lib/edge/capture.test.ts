import { expect, test } from 'vitest'

import { capture, type Handler } from './capture'

const page: Handler = async (req, res) => {
  res.writeHead(404, { 'content-type': 'text/html' })
  res.write('<p>')
  res.end(`${req.method} ${req.url} ${req.headers.host} ${req.headers.cookie}</p>`)
}

test('status, headers and body are kept, and the request is our own', async () => {
  const captured = await capture(page, '/politics?page=2', 'paper.example')
  expect(captured.status).toBe(404)
  expect(captured.headers['content-type']).toBe('text/html')
  expect(captured.body.toString()).toBe('<p>GET /politics?page=2 paper.example undefined</p>')
})

test('a render that throws is refused', async () => {
  await expect(capture(() => Promise.reject(new Error('broken')), '/', 'x')).rejects.toThrow('broken')
})
