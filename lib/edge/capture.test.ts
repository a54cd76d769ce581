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

test('pieces are put together in whatever form they come, and nothing is taken after the end', async () => {
  const pieces: Handler = async (_, res) => {
    res.write(Buffer.from('a'))
    res.write('4300', 'hex')
    res.write(new Uint8Array([100]))
    res.end('é', 'latin1')
    res.end('more')
  }
  expect((await capture(pieces, '/', 'x')).body).toEqual(Buffer.from([97, 0x43, 0, 100, 0xe9]))
})

test('headers count whether they are set one by one or with the status', async () => {
  const page: Handler = async (_, res) => {
    res.setHeader('X-One', '1')
    res.writeHead(201, 'Made', { 'X-Two': '2' })
    res.end()
  }
  expect(await capture(page, '/', 'x')).toMatchObject({ status: 201, headers: { 'x-one': '1', 'x-two': '2' } })
})

test('Next is told how far it is, as by a response that is sent', async () => {
  const told: unknown[] = []
  const page: Handler = (_, res) =>
    new Promise((done) => {
      res.on('finish', () => told.push('finish')).on('close', () => told.push('close'))
      told.push(res.headersSent)
      res.write('a', () => told.push('written'))
      told.push(res.headersSent, res.writableEnded)
      res.end(() => {
        told.push('ended', res.writableEnded)
        res.end()
        done()
      })
    })
  await capture(page, '/', 'x')
  expect(told).toEqual([false, 'written', true, false, 'finish', 'close', 'ended', true])
})
